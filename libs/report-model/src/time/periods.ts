import type { Language, Settings, TimeLevel, Trend } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import { firstOfWeek, type Days } from './time-frame';
import { formatOf } from './time-words';

/** Whether a level of rows is of stretches that come one after another, unlike weekdays and hours, which come again. */
export function isTrend(level: TimeLevel): level is Trend {
  return level !== 'weekday' && level !== 'hour';
}

/** The first day of the day, week or month that a day is in. */
export function periodStart(
  trend: Trend,
  day: Temporal.PlainDate,
  weekStart: Settings['weekStart'],
): Temporal.PlainDate {
  if (trend === 'week') return firstOfWeek(day, weekStart);
  return trend === 'month' ? day.with({ day: 1 }) : day;
}

/** What a day, week or month is called by ids: its first day, a month without it. */
export function periodId(trend: Trend, start: Temporal.PlainDate): string {
  return trend === 'month' ? start.toString().slice(0, 7) : start.toString();
}

/** How many begin from the one that the first day is in to that of the last. */
export function countPeriods(trend: Trend, [first, last]: Days, weekStart: Settings['weekStart']): number {
  const unit = UNITS[trend];
  const [from, to] = [first, last].map((day) => periodStart(trend, day, weekStart));
  return from!.until(to!, { largestUnit: unit })[unit] + 1;
}

/** The first days of so many, one after another. */
export function periodsFrom(trend: Trend, start: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, n) => start.add({ [UNITS[trend]]: n }));
}

/** The first and last day of the day, week or month that begins on a day. */
export function periodDays(trend: Trend, start: Temporal.PlainDate): Days {
  return [start, start.add({ [UNITS[trend]]: 1 }).subtract({ days: 1 })];
}

/** The days of the period with this id, its first and its last; null for what is no such id. */
export function daysOfPeriod(trend: Trend, id: string): Days | null {
  if (!(trend === 'month' ? /^\d{4}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}$/).test(id)) return null;
  try {
    return periodDays(trend, Temporal.PlainDate.from(trend === 'month' ? `${id}-01` : id, { overflow: 'reject' }));
  } catch {
    return null;
  }
}

/** A period's name where there is little room, as above a column. */
export function periodName(trend: Trend, start: Temporal.PlainDate, language: Language): string {
  const at = start.toZonedDateTime('UTC').epochMilliseconds;
  if (trend === 'month') return formatOf(language, { month: 'short', year: 'numeric' }).format(at);
  const date = formatOf(language, { day: 'numeric', month: 'short', year: 'numeric' });
  return trend === 'day' ? date.format(at) : date.formatRange(at, at + 6 * 86_400_000);
}

const UNITS = { day: 'days', week: 'weeks', month: 'months' } as const;
