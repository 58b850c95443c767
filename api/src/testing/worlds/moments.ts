import { DAY_MS, HOUR_MS, QUARTER_MS } from '@tallysheet/testing';
import { addDays, localDay, startOfDay } from '../local-days';
import type { Dice } from './dice';

/** Half hours and quarters off, days of 23, 24½ and 25 hours, midnights that are skipped, a day that never was. */
export const ZONES = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Cairo',
  'America/Havana',
  'Europe/Paris',
] as const;

/** Moments soon after the clocks of those zones, weeks, months or years change. */
const NOWS = [
  '2024-03-10T18:20:00Z',
  '2024-11-04T02:07:00Z',
  '2024-04-08T11:00:00Z',
  '2024-10-06T09:59:59Z',
  '2024-04-26T08:15:00Z',
  '2024-03-31T12:44:59Z',
  '2024-03-01T00:30:00Z',
  '2025-01-01T04:59:00Z',
  '2012-01-02T10:00:00Z',
  '2023-11-06T05:00:00Z',
].map((text) => Date.parse(text));

const DAYS_BACK = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 7, 8, 29, 30, 31, 60, 89, 90, 200, 366];
const BESIDE = [
  ...[0, 0, 0, -32, -32, 32, QUARTER_MS - 32, QUARTER_MS, 2 * QUARTER_MS, 3 * QUARTER_MS],
  ...[HOUR_MS, 2 * HOUR_MS - 32, 2 * HOUR_MS, 3 * HOUR_MS, 12 * HOUR_MS, 23 * HOUR_MS],
];

export function someNow(dice: Dice): number {
  return dice.of(NOWS) + dice.of([0, 0, 1, -QUARTER_MS, DAY_MS]);
}

/** Moments at and beside the edges of days, hours and quarter hours of some zones, and where messages are given up. */
export function tellingMoments(dice: Dice, now: number, timeZone: string): number[] {
  const zones = [timeZone, dice.of(ZONES), dice.of(ZONES)];
  const edges = Array.from({ length: 10 }, () => {
    const zone = dice.of(zones);
    return startOfDay(addDays(localDay(now, zone), -dice.of(DAYS_BACK)), zone);
  });
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  const givenUp = [-1, 0, 1].map((quarters) => quarter - 3 * DAY_MS + quarters * QUARTER_MS);
  return [...edges, ...givenUp].map((at) => at + dice.of(BESIDE)).filter((at) => at <= now + HOUR_MS);
}

/** No two moments are nearer, but for whose they are. */
export const MOMENT_MS = 32;

/**
 * About this time, at a millisecond that is the message's own, the last before the time or the first of it among them: which of
 * two events of one instant is the first, their ids decide, and those only the store knows.
 */
export function momentOf(at: number, owner: number): number {
  const own = owner % 2 === 0 ? owner / 2 : MOMENT_MS - (owner + 1) / 2;
  return Math.floor(at / MOMENT_MS) * MOMENT_MS + own;
}

/** Behind one moment, mostly soon. */
export const LATER = [
  ...[0, 0, 0, 32, 416, 992, 1024, 2016, 3008, 60_000, 60_000, QUARTER_MS, QUARTER_MS, HOUR_MS, HOUR_MS],
  ...[5 * HOUR_MS, DAY_MS, DAY_MS, 2 * DAY_MS, 3 * DAY_MS, 8 * DAY_MS, 31 * DAY_MS],
];
