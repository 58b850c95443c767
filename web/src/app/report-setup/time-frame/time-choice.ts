import type { TimeBasis, TimeFrame, TimePreset } from '@tallysheet/contract';
import { resolveTimeFrame } from '@tallysheet/report-model';
import type { Day, WeekStart } from './days';

/** The period a report is about: which days, in which zone (undefined: the workspace's), by which date. */
export interface TimeChoice {
  timeFrame: TimeFrame;
  timeBasis: TimeBasis;
  timeZone: string | undefined;
}

/** What turns a period by name into days: the workspace's zone and week, and the moment it is asked. */
export interface Calendar {
  timeZone: string;
  weekStart: WeekStart;
  now: number;
}

/** The presets as they stand in the picker, with a line between the groups. */
export const PRESET_GROUPS: readonly (readonly TimePreset[])[] = [
  ['today', 'yesterday', 'last-7-days', 'last-30-days', 'last-90-days'],
  ['this-week', 'last-week', 'this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year'],
  ['all-time'],
];

/** The name of a period, or `custom` for one of chosen days. */
export function presetOf(frame: TimeFrame): TimePreset | 'custom' {
  return 'preset' in frame ? frame.preset : 'custom';
}

/** The first and last day of a period in its zone; null where it has no end. */
export function daysOf(
  frame: TimeFrame,
  calendar: Calendar,
  timeZone = calendar.timeZone,
): { first: Day | null; last: Day | null } {
  const { firstDay, lastDay } = resolveTimeFrame(frame, { ...calendar, timeZone });
  return { first: firstDay, last: lastDay };
}

/** The day it is in a zone. */
export function todayIn(calendar: Calendar, timeZone = calendar.timeZone): Day {
  const { last } = daysOf({ preset: 'today' }, calendar, timeZone);
  if (last === null) throw new Error('today has no last day');
  return last;
}
