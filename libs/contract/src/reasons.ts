/**
 * Why a message failed or was never tried. What no sender has given, and what nobody knows, is `not-defined`: it has its
 * row, so that errors by reason add up to all errors (rule 4). Their places are stored: the list only grows at its end.
 */
export const REASON_CODES = [
  'not-defined',
  'user-unknown',
  'invalid-domain',
  'unreachable',
  'account-disabled',
  'mailbox-full',
  'not-connected',
  'refused',
  'address-not-specified',
  'denylisted-address',
  'quarantined-address',
  'duplicate',
  'excluded-by-rule',
  'excluded-by-arbitration',
  'bad-quality-address',
  'unqualified-address',
  'not-eligible',
  'target-limited',
  'error-ignored',
  'control-address',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

const KNOWN: ReadonlySet<string> = new Set(REASON_CODES);

/** A reason as it counts. */
export function reasonCodeOf(code: string | null): ReasonCode {
  return code !== null && KNOWN.has(code) ? (code as ReasonCode) : 'not-defined';
}
