import type { RejectCode } from '@tallysheet/contract';

const HOUR_MS = 3_600_000;
const EARLIEST = Date.UTC(1980, 0, 1);
const AHEAD_MS = 24 * HOUR_MS;

const STRICT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/;

/**
 * An ISO 8601 instant with `Z` or an offset, as milliseconds since 1970 UTC; null for anything else: another notation,
 * no zone, a day, hour or offset that does not exist (30 February, 24:00, a leap second, +25:00).
 */
export function readInstant(value: string): number | null {
  const parts = STRICT.exec(value);
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const hour = Number(parts[4]);
  const minute = Number(parts[5]);
  const second = Number(parts[6]);
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetMs(parts[8], parts[9], parts[10]);
  if (offset === null) return null;
  if (year < 100) return EARLIEST - 1; // Date.UTC would read it as 19xx; all that matters is that it is too early
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds(parts[7])) - offset;
}

/** An instant as ISO 8601 UTC with milliseconds. `value` is what it was read from: most often it is nearly that. */
export function isoInstant(value: string, instant: number): string {
  return value.length === 20 && value.endsWith('Z') ? `${value.slice(0, 19)}.000Z` : new Date(instant).toISOString();
}

/** Why an event's date cannot be used: no date, before 1980, or more than 24 hours ahead; null when it can. */
export function judgeInstant(instant: number | null, now: number): RejectCode | null {
  if (instant === null) return 'bad-date';
  if (instant < EARLIEST) return 'date-too-early';
  return instant > now + AHEAD_MS ? 'date-in-future' : null;
}

/**
 * An instant as asset records write it, such as `2014-12-05T02:06:21Z+0000`, as ISO 8601 UTC; undefined when it cannot
 * be read. A time without zone is taken as UTC.
 */
export function readLenientInstant(value: string): string | undefined {
  const text = value
    .trim()
    .replace(/Z[+-]00:?00$/, 'Z')
    .replace(' ', 'T');
  const instant = readInstant(text) ?? readInstant(`${text}Z`) ?? readInstant(`${text}T00:00:00Z`);
  return instant === null ? undefined : new Date(instant).toISOString();
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000);
}

/** Offsets reach from −12:00 to +14:00. */
function offsetMs(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number | null {
  if (sign === undefined) return 0;
  if (Number(minutes) > 59) return null;
  const ms = (Number(hours) + Number(minutes) / 60) * HOUR_MS * (sign === '-' ? -1 : 1);
  return ms < -12 * HOUR_MS || ms > 14 * HOUR_MS ? null : ms;
}
