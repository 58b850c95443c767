/** A calendar day without a zone, as 'YYYY-MM-DD'; such days compare as text. */
export type Day = string;

export type WeekStart = 'monday' | 'saturday' | 'sunday';

const DAY_MS = 86_400_000;

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** The day of a year, a month (from 1) and a day of the month; null when that month has no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return dayOf(new Date(Date.UTC(year, month - 1, dayOfMonth)));
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(utc(day).getTime() + count * DAY_MS));
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const date = utc(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const length = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return addDays(dayOf(first), Math.min(date.getUTCDate(), length) - 1);
}

/** How many days a period has, both its ends included. */
export function countDays(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS) + 1;
}

/** The first day of a day's month: how months are named here. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The seven weekdays from the week's start on, 0 for Sunday. */
export function weekdays(weekStart: WeekStart): number[] {
  const first = { sunday: 0, monday: 1, saturday: 6 }[weekStart];
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}

/** A month's weeks of seven places each; null where a place belongs to another month. */
export function weeksOf(month: Day, weekStart: WeekStart): (Day | null)[][] {
  const first = monthOf(month);
  const blanks = weekdays(weekStart).indexOf(utc(first).getUTCDay());
  const length = countDays(first, addDays(addMonths(first, 1), -1));
  const places: (Day | null)[] = Array.from({ length: Math.ceil((blanks + length) / 7) * 7 }, (_, index) =>
    index < blanks || index >= blanks + length ? null : addDays(first, index - blanks),
  );
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** The first and last day of a day's week. */
export function weekEnds(day: Day, weekStart: WeekStart): [Day, Day] {
  const back = weekdays(weekStart).indexOf(utc(day).getUTCDay());
  return [addDays(day, -back), addDays(day, 6 - back)];
}
