import type { TimeFrame } from '@tallysheet/contract';
import { DAY_MS, MINUTE_MS, QUARTER_MS } from '@tallysheet/testing';
import { addDays, localDay, startOfDay } from './local-days';

/** A period in a zone whose days are not as one expects. */
export interface FrameCase {
  title: string;
  timeZone: string;
  timeFrame: TimeFrame;
}

export const FRAME_CASES: readonly FrameCase[] = [
  { title: 'all time', timeZone: 'UTC', timeFrame: { preset: 'all-time' } },
  { title: 'two days half an hour off', timeZone: 'Asia/Kolkata', timeFrame: { from: '2024-01-31', to: '2024-02-01' } },
  { title: 'a day of 23 hours', timeZone: 'America/New_York', timeFrame: { from: '2024-03-10', to: '2024-03-10' } },
  { title: 'a day of 25 hours', timeZone: 'America/New_York', timeFrame: { from: '2024-11-03', to: '2024-11-03' } },
  { title: 'most of a year', timeZone: 'America/New_York', timeFrame: { from: '2024-01-15', to: '2024-11-20' } },
  { title: 'a day of 24½ hours', timeZone: 'Australia/Lord_Howe', timeFrame: { from: '2024-04-07', to: '2024-04-07' } },
  { title: 'a day that never was', timeZone: 'Pacific/Apia', timeFrame: { from: '2011-12-30', to: '2011-12-30' } },
  { title: 'days around it', timeZone: 'Pacific/Apia', timeFrame: { from: '2011-12-29', to: '2011-12-31' } },
  { title: 'the last 7 days', timeZone: 'Asia/Kolkata', timeFrame: { preset: 'last-7-days' } },
];

/** The instants that a case means at a moment: start inclusive, end exclusive, null for all time. */
export function boundsOf({ timeFrame, timeZone }: FrameCase, now: number): { from: number | null; to: number | null } {
  if ('from' in timeFrame) {
    return { from: startOfDay(timeFrame.from, timeZone), to: startOfDay(addDays(timeFrame.to, 1), timeZone) };
  }
  if (timeFrame.preset === 'all-time') return { from: null, to: null };
  const today = localDay(now, timeZone);
  return { from: startOfDay(addDays(today, -6), timeZone), to: startOfDay(addDays(today, 1), timeZone) };
}

/** Moments at and beside the edges of all cases and, as many again, where a message is about to be given up. */
export function telling(now: number): number[] {
  const edges = FRAME_CASES.flatMap((each) => {
    const { from, to } = boundsOf(each, now);
    return [from, to].filter((at) => at !== null);
  });
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  const givenUp = [-1, 0, 1].map((quarters) => quarter - 3 * DAY_MS + quarters * QUARTER_MS);
  const often = edges.flatMap((_, index) => givenUp[index % givenUp.length]!);
  const near = [-1, 0, 1, QUARTER_MS - 1, 5 * QUARTER_MS, DAY_MS / 2];
  return [...edges, ...often].flatMap((at) => near.map((by) => at + by)).filter((at) => at <= now + 5 * MINUTE_MS);
}
