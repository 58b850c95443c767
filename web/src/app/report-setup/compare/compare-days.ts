import type { Compare } from '@tallysheet/contract';
import { compareFrame } from '@tallysheet/report-model';
import type { Day } from '../time-frame/days';
import type { Calendar, TimeChoice } from '../time-frame/time-choice';

/** The days that a period is compared with; null where there are none. */
export function comparedDays(
  compare: Compare,
  { timeFrame, timeZone = '' }: TimeChoice,
  calendar: Calendar,
): { first: Day; last: Day } | null {
  const other = compareFrame(timeFrame, compare, { ...calendar, timeZone: timeZone || calendar.timeZone });
  return other?.firstDay && other.lastDay ? { first: other.firstDay, last: other.lastDay } : null;
}
