/** What the driver and the server say when a connection cannot be made, or has ended in the middle. */
const CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CON_COUNT_ERROR',
]);
/** The one way to be out of reach that the driver gives no code. */
const CLOSED = /connection is in closed state/;
/** What Node says of a caller who hangs up, with the code of a reset connection. */
const HUNG_UP = 'aborted';

/** Whether a database failed because it is away for now: what was asked of it may work in a moment. */
export function isOutOfReach(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (message === HUNG_UP) return false;
  return CODES.has(code ?? '') || (code === undefined && CLOSED.test(message ?? ''));
}
