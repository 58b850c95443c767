import { NoRule } from './no-rule';

/*
 * Local days and periods, told by the platform's own clock tables and by counting days one by one.
 */

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
const DAY_MS = 24 * HOUR_MS;

/** The zone that days are told in, how its weeks begin, and when the counting takes place. */
export interface BruteCalendar {
  timeZone: string;
  weekStart: 'monday' | 'saturday' | 'sunday';
  now: number;
}

/** Two instants: start inclusive, end exclusive, null for all time. */
export interface BruteBounds {
  from: number | null;
  to: number | null;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const found = clocks.get(timeZone);
  if (found) return found;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit' },
    ...{ day: '2-digit', hour: '2-digit' },
  });
  clocks.set(timeZone, clock);
  return clock;
}

const shown = new Map<string, string>();
/** `2024-03-10 07`: the day and hour that a zone's clocks show. */
function clockFace(at: number, timeZone: string): string {
  const key = `${timeZone} ${at}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  if (shown.size > 200_000) shown.clear();
  const face = clockOf(timeZone).format(at);
  shown.set(key, face);
  return face;
}

/** The calendar day, `2024-03-10`, that a zone's clocks show. */
export function localDay(at: number, timeZone: string): string {
  return clockFace(at, timeZone).slice(0, 10);
}

const starts = new Map<string, number>();
/** When a day begins in a zone: the first quarter hour whose local day is not before it. */
export function startOfDay(day: string, timeZone: string): number {
  const key = `${timeZone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  let at = Date.parse(`${day}T00:00Z`) - 16 * HOUR_MS;
  while (localDay(at, timeZone) < day) at += QUARTER_MS;
  starts.set(key, at);
  return at;
}

/** So many calendar days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first and last day of a period by name; null for all time. Throws `NoRule`. */
export function presetDays(preset: string, { timeZone, weekStart, now }: BruteCalendar): [string, string] | null {
  const today = localDay(now, timeZone);
  const lastDays = (count: number): [string, string] => [addDays(today, 1 - count), today];
  const week = firstOfWeek(today, weekStart);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = (first: number, count: number): [string, string] => [
    firstOfMonth(year, first),
    addDays(firstOfMonth(year, first + count), -1),
  ];
  const quarter = month - ((month - 1) % 3);
  switch (preset) {
    case 'all-time':
      return null;
    case 'today':
      return lastDays(1);
    case 'yesterday':
      return [addDays(today, -1), addDays(today, -1)];
    case 'last-7-days':
      return lastDays(7);
    case 'last-30-days':
      return lastDays(30);
    case 'last-90-days':
      return lastDays(90);
    case 'this-week':
      return [week, addDays(week, 6)];
    case 'last-week':
      return [addDays(week, -7), addDays(week, -1)];
    case 'this-month':
      return months(month, 1);
    case 'last-month':
      return months(month - 1, 1);
    case 'this-quarter':
      return months(quarter, 3);
    case 'last-quarter':
      return months(quarter - 3, 3);
    case 'this-year':
      return months(1, 12);
    case 'last-year':
      return months(-11, 12);
    default:
      throw new NoRule(`the period ${preset}`, 'brute-calendar');
  }
}

/** From the start of the first day to the end of the last. */
export function boundsOfDays(days: readonly [string, string] | null, timeZone: string): BruteBounds {
  if (days === null) return { from: null, to: null };
  return { from: startOfDay(days[0], timeZone), to: startOfDay(addDays(days[1], 1), timeZone) };
}

/** The day that a moment belongs to: one that has begun goes on, also where clocks go back over its midnight. */
function dayOf(at: number, timeZone: string): string {
  const day = localDay(at, timeZone);
  const next = addDays(day, 1);
  return at >= startOfDay(next, timeZone) ? next : day;
}

const TIME_KEYS: Record<string, (at: number, calendar: BruteCalendar) => string> = {
  day: (at, { timeZone }) => dayOf(at, timeZone),
  week: (at, { timeZone, weekStart }) => firstOfWeek(dayOf(at, timeZone), weekStart),
  month: (at, { timeZone }) => dayOf(at, timeZone).slice(0, 7),
  weekday: (at, { timeZone }) => String(weekdayOf(dayOf(at, timeZone)) || 7),
  hour: (at, { timeZone }) => clockFace(at, timeZone).slice(11, 13),
};

/** Which row of a level a moment stands in, or undefined where the level is none of time. */
export function timeKeyOf(level: string): ((at: number, calendar: BruteCalendar) => string) | undefined {
  return TIME_KEYS[level];
}

/** 0 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay();
}

function firstOfWeek(day: string, weekStart: BruteCalendar['weekStart']): string {
  const first = { sunday: 0, monday: 1, saturday: 6 }[weekStart];
  let found = day;
  while (weekdayOf(found) !== first) found = addDays(found, -1);
  return found;
}

/** Months before January and after December are those of other years. */
function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}
