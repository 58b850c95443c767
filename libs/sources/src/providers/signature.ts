import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signed call may be: longer than any sender goes on retrying, since a repeated event counts once anyway. */
export const SIGNATURE_AGE_MS = 8 * 86_400_000;
const AHEAD_MS = 10 * 60_000;

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function sameText(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  // Of another length: compared all the same, with itself, so that the time does not tell.
  return timingSafeEqual(a.length === b.length ? a : b, b) && a.length === b.length;
}

/** Whether a signed time, in ms since 1970, is neither too old nor from the future. */
export function isRecent(signedAt: number, now: number): boolean {
  return Number.isFinite(signedAt) && signedAt >= now - SIGNATURE_AGE_MS && signedAt <= now + AHEAD_MS;
}

export function hmac(
  algorithm: 'sha1' | 'sha256',
  key: string | Buffer,
  parts: readonly (string | Buffer)[],
  encoding: 'hex' | 'base64',
): string {
  const sum = createHmac(algorithm, key);
  for (const part of parts) sum.update(part);
  return sum.digest(encoding);
}

/** HTTP Basic: `key` is `user:password`. */
export function isBasicAuth(header: string | undefined, key: string): boolean {
  const given = /^Basic ([\w+/=-]+)$/i.exec(header ?? '')?.[1];
  return sameText(given === undefined ? undefined : Buffer.from(given, 'base64').toString('utf8'), key);
}
