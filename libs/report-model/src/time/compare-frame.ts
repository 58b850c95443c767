import type { Compare, TimeFrame } from '@tallysheet/contract';
import type { Temporal } from 'temporal-polyfill';
import { daysOf, frameOf, type Days, type FrameContext, type ResolvedFrame } from './time-frame';

/** Whether there is such another period: all time has none before it, but can stand beside two given days. */
export function canCompare(frame: TimeFrame, { to }: Compare): boolean {
  return typeof to === 'object' || !('preset' in frame && frame.preset === 'all-time');
}

/**
 * The period that another one is compared with, in the same zone. The previous period of a month, quarter or year is the
 * whole one before it, of anything else as many days just before; a year before, the dates are the same, and that of
 * 29 February is 28 February. Null where there is none.
 */
export function compareFrame(frame: TimeFrame, { to }: Compare, context: FrameContext): ResolvedFrame | null {
  const days = typeof to === 'object' ? daysOf(to, context) : otherDays(frame, to, context);
  return days && frameOf(days, context.timeZone);
}

function otherDays(frame: TimeFrame, to: 'previous-period' | 'same-period-last-year', context: FrameContext) {
  const days = daysOf(frame, context);
  return days && (to === 'previous-period' ? daysBefore(days, frame) : aYearBefore(days));
}

function daysBefore([first, last]: Days, frame: TimeFrame): Days {
  return [first.subtract(lengthOf([first, last], frame)), first.subtract({ days: 1 })];
}

/** Months differ in length, so that theirs is not a number of days. */
function lengthOf([first, last]: Days, frame: TimeFrame): Temporal.DurationLike {
  switch ('preset' in frame ? frame.preset : 'custom') {
    case 'this-month':
    case 'last-month':
      return { months: 1 };
    case 'this-quarter':
    case 'last-quarter':
      return { months: 3 };
    case 'this-year':
    case 'last-year':
      return { years: 1 };
    default:
      return { days: first.until(last).days + 1 };
  }
}

function aYearBefore([first, last]: Days): Days {
  return [first.subtract({ years: 1 }), last.subtract({ years: 1 })];
}
