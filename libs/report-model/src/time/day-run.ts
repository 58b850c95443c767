import { Temporal } from 'temporal-polyfill';
import { startOf, type FrameContext } from './time-frame';

/** `to` is exclusive; null is open. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** A run of days: as midnights in UTC, which is how a day without a zone is kept, and as instants in one zone. */
export interface DayRun {
  days: Bounds;
  instants: Bounds;
}

/** From the first to the last day (`2026-03-02`), both included; null is open. */
export function dayRun(first: string | null, last: string | null, timeZone: string): DayRun {
  const from = first === null ? null : Temporal.PlainDate.from(first);
  const to = last === null ? null : Temporal.PlainDate.from(last).add({ days: 1 });
  const boundsIn = (zone: string) => ({ from: from && startOf(from, zone), to: to && startOf(to, zone) });
  return { days: boundsIn('UTC'), instants: boundsIn(timeZone) };
}

/** All days before one, or after it. */
export function daysBefore(day: string, timeZone: string): DayRun {
  return dayRun(null, Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(), timeZone);
}
export function daysAfter(day: string, timeZone: string): DayRun {
  return dayRun(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), null, timeZone);
}

/** So many days, weeks, months or years that end with today, or begin with it. */
export function daysFromToday(
  direction: 'past' | 'future',
  amount: number,
  unit: 'day' | 'week' | 'month' | 'year',
  { timeZone, now }: Pick<FrameContext, 'timeZone' | 'now'>,
): DayRun {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const length = { [`${unit}s`]: amount };
  const [first, last] =
    direction === 'past'
      ? [today.subtract(length).add({ days: 1 }), today]
      : [today, today.add(length).subtract({ days: 1 })];
  return dayRun(first.toString(), last.toString(), timeZone);
}
