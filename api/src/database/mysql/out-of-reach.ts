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

/** Whether a database failed because it is away for now: what was asked of it may work in a moment. */
export function isOutOfReach(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return CODES.has(code ?? '') || (code === undefined && CLOSED.test(message ?? ''));
}
