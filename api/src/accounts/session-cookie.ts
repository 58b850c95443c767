import { createHmac, hash, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'tallysheet_session';
const LIFETIME_MS = 30 * 86_400_000;

/** A signed cookie that says until when its bearer, who knew the access token, may come back. */
export function issueSession(adminToken: string, now: number): string {
  const until = String(now + LIFETIME_MS);
  return `${until}.${signature(adminToken, until)}`;
}

export function isValidSession(cookie: string | undefined, adminToken: string, now: number): boolean {
  const [until, signed] = (cookie ?? '').split('.');
  return !!until && !!signed && Number(until) > now && sameText(signed, signature(adminToken, until));
}

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
}

function signature(adminToken: string, until: string): string {
  return createHmac('sha256', adminToken).update(until).digest('base64url');
}
