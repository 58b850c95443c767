import type { Settings, TimeFrame, TimePreset } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';

/** A period as instants (start inclusive, end exclusive, ms UTC) and as its first and last day; null is unbounded. */
export interface ResolvedFrame {
  from: number | null;
  to: number | null;
  firstDay: string | null;
  lastDay: string | null;
}

export interface FrameContext {
  timeZone: string;
  weekStart: Settings['weekStart'];
  /** UTC, in ms. */
  now: number;
}

const WEEK_START_DAY = { monday: 1, saturday: 6, sunday: 7 } as const;

/** True for a zone that the IANA database knows. */
export function isTimeZone(timeZone: string): boolean {
  // An offset such as +05:07 is no zone: it has no history, and its days do not begin on a quarter hour.
  if (!/^[A-Za-z][\w+\-/]*$/.test(timeZone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The first and last day of a period, both included. */
export type Days = readonly [Temporal.PlainDate, Temporal.PlainDate];

/** Rule 10: a period's instants in one zone. */
export function resolveTimeFrame(frame: TimeFrame, context: FrameContext): ResolvedFrame {
  return frameOf(daysOf(frame, context), context.timeZone);
}

/** Days as instants: they begin where the zone says they begin, also where midnight is skipped. Null is all time. */
export function frameOf(days: Days | null, timeZone: string): ResolvedFrame {
  if (days === null) return { from: null, to: null, firstDay: null, lastDay: null };
  const [first, last] = days;
  return {
    from: startOf(first, timeZone),
    to: startOf(last.add({ days: 1 }), timeZone),
    firstDay: first.toString(),
    lastDay: last.toString(),
  };
}

/** The days of a period; null for all time. */
export function daysOf(frame: TimeFrame, context: FrameContext): Days | null {
  return 'preset' in frame ? presetDays(frame.preset, context) : [day(frame.from), day(frame.to)];
}

function presetDays(preset: TimePreset, { timeZone, weekStart, now }: FrameContext): Days | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const week = firstOfWeek(today, weekStart);
  const month = today.with({ day: 1 });
  const quarter = month.subtract({ months: (month.month - 1) % 3 });
  const year = month.with({ month: 1 });
  switch (preset) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [today.subtract({ days: 1 }), today.subtract({ days: 1 })];
    case 'last-7-days':
      return [today.subtract({ days: 6 }), today];
    case 'last-30-days':
      return [today.subtract({ days: 29 }), today];
    case 'last-90-days':
      return [today.subtract({ days: 89 }), today];
    case 'this-week':
      return span(week, { days: 7 });
    case 'last-week':
      return span(week.subtract({ days: 7 }), { days: 7 });
    case 'this-month':
      return span(month, { months: 1 });
    case 'last-month':
      return span(month.subtract({ months: 1 }), { months: 1 });
    case 'this-quarter':
      return span(quarter, { months: 3 });
    case 'last-quarter':
      return span(quarter.subtract({ months: 3 }), { months: 3 });
    case 'this-year':
      return span(year, { years: 1 });
    case 'last-year':
      return span(year.subtract({ years: 1 }), { years: 1 });
    case 'all-time':
      return null;
  }
}

/** The first day of the week that a day is in. */
export function firstOfWeek(day: Temporal.PlainDate, weekStart: Settings['weekStart']): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek - WEEK_START_DAY[weekStart] + 7) % 7 });
}

function span(first: Temporal.PlainDate, length: Temporal.DurationLike): Days {
  return [first, first.add(length).subtract({ days: 1 })];
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** When a day begins in a zone. */
export function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).startOfDay().epochMilliseconds;
}
