import type { Settings, Trend } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import { countPeriods, periodDays, periodsFrom, periodStart } from './periods';
import type { Days, ResolvedFrame } from './time-frame';

/** Two periods of which the days, weeks and months of the other stand in the rows of one's own, by their place. */
export interface Beside {
  own: Days;
  other: Days;
}

/** Null where one of them has no first day from which places could be told. */
export function besideFrames(own: ResolvedFrame, other: ResolvedFrame): Beside | null {
  const [ownDays, otherDays] = [own, other].map(({ firstDay, lastDay }) =>
    firstDay === null || lastDay === null
      ? null
      : ([Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay)] as const),
  );
  return ownDays && otherDays ? { own: ownDays, other: otherDays } : null;
}

/**
 * Beside which day, week and month of one's own period a day of the other stands: the first beside the first, of a level
 * beneath another within that one's rows. Null where one's own period has no such place, as it is shorter.
 */
export function placesBeside(
  day: Temporal.PlainDate,
  levels: readonly Trend[],
  { own, other }: Beside,
  weekStart: Settings['weekStart'],
): Map<Trend, Temporal.PlainDate | null> {
  const places = new Map<Trend, Temporal.PlainDate | null>();
  let [here, there]: [Days | null, Days] = [own, other];
  for (const level of COARSEST_FIRST.filter((each) => levels.includes(each))) {
    if (here) {
      const before = countPeriods(level, [there[0], day], weekStart);
      const start = periodsFrom(level, periodStart(level, here[0], weekStart), before).at(-1)!;
      here = both(here, periodDays(level, start));
    }
    there = both(there, periodDays(level, periodStart(level, day, weekStart))) ?? there;
    places.set(level, here?.[0] ?? null);
  }
  return places;
}

const COARSEST_FIRST: readonly Trend[] = ['month', 'week', 'day'];

/** The days that two runs of days share. */
function both([aFirst, aLast]: Days, [bFirst, bLast]: Days): Days | null {
  const first = isBefore(aFirst, bFirst) ? bFirst : aFirst;
  const last = isBefore(aLast, bLast) ? aLast : bLast;
  return isBefore(last, first) ? null : [first, last];
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
