import type { Compare, Settings, TimeFrame, TimePreset } from '@tallysheet/contract';
import { canCompare, compareFrame } from './compare-frame';

const CALENDAR = {
  timeZone: 'UTC',
  weekStart: 'monday' as Settings['weekStart'],
  now: Date.parse('2026-11-25T07:00Z'), // A Wednesday.
};
const PREVIOUS: Compare = { to: 'previous-period' };
const LAST_YEAR: Compare = { to: 'same-period-last-year' };

function days(frame: TimeFrame, compare: Compare, change: Partial<typeof CALENDAR> = {}) {
  const other = compareFrame(frame, compare, { ...CALENDAR, ...change });
  return other && `${other.firstDay} ${other.lastDay}`;
}

function instants(frame: TimeFrame, compare: Compare, timeZone: string) {
  const other = compareFrame(frame, compare, { ...CALENDAR, timeZone });
  return [other?.from, other?.to].map((at) => new Date(at!).toISOString());
}

describe('The previous period', () => {
  const before: [TimePreset, string][] = [
    ['today', '2026-11-24 2026-11-24'],
    ['yesterday', '2026-11-23 2026-11-23'],
    ['last-7-days', '2026-11-12 2026-11-18'],
    ['last-30-days', '2026-09-27 2026-10-26'],
    ['last-90-days', '2026-05-30 2026-08-27'],
    ['this-week', '2026-11-16 2026-11-22'],
    ['last-week', '2026-11-09 2026-11-15'],
    ['this-month', '2026-10-01 2026-10-31'],
    ['last-month', '2026-09-01 2026-09-30'],
    ['this-quarter', '2026-07-01 2026-09-30'],
    ['last-quarter', '2026-04-01 2026-06-30'],
    ['this-year', '2025-01-01 2025-12-31'],
    ['last-year', '2024-01-01 2024-12-31'],
  ];
  it.each(before)('of %s is %s', (preset, expected) => {
    expect(days({ preset }, PREVIOUS)).toBe(expected);
  });

  it('of chosen days is as many just before', () => {
    expect(days({ from: '2026-03-10', to: '2026-03-10' }, PREVIOUS)).toBe('2026-03-09 2026-03-09');
    // Whole months that somebody chose by their days are days.
    expect(days({ from: '2026-03-01', to: '2026-03-31' }, PREVIOUS)).toBe('2026-01-29 2026-02-28');
    expect(days({ from: '2024-03-01', to: '2024-03-31' }, PREVIOUS)).toBe('2024-01-30 2024-02-29');
  });

  it('of a month is the whole one before, however long, also over the new year', () => {
    const at = (now: string) => days({ preset: 'this-month' }, PREVIOUS, { now: Date.parse(now) });
    expect(at('2024-03-15T12:00Z')).toBe('2024-02-01 2024-02-29');
    expect(at('2025-03-31T12:00Z')).toBe('2025-02-01 2025-02-28');
    expect(at('2026-01-31T12:00Z')).toBe('2025-12-01 2025-12-31');
  });

  it('of a week begins as the workspace’s weeks do', () => {
    expect(days({ preset: 'this-week' }, PREVIOUS, { weekStart: 'sunday' })).toBe('2026-11-15 2026-11-21');
    expect(days({ preset: 'this-week' }, PREVIOUS, { weekStart: 'saturday' })).toBe('2026-11-14 2026-11-20');
  });

  it('is of the zone’s own days, also where the day is another one', () => {
    expect(days({ preset: 'today' }, PREVIOUS, { timeZone: 'Pacific/Kiritimati' })).toBe('2026-11-24 2026-11-24');
    expect(days({ preset: 'today' }, PREVIOUS, { timeZone: 'Pacific/Pago_Pago' })).toBe('2026-11-23 2026-11-23');
  });

  it('counts days, not hours, where clocks change', () => {
    // The 10th of March 2024 has 23 hours in New York, the 9th has 24.
    expect(instants({ from: '2024-03-11', to: '2024-03-11' }, PREVIOUS, 'America/New_York')).toEqual([
      '2024-03-10T05:00:00.000Z',
      '2024-03-11T04:00:00.000Z',
    ]);
    expect(instants({ from: '2024-03-11', to: '2024-03-12' }, PREVIOUS, 'America/New_York')).toEqual([
      '2024-03-09T05:00:00.000Z',
      '2024-03-11T04:00:00.000Z',
    ]);
    // A zone half an hour off, and one whose clocks change by half an hour.
    expect(instants({ from: '2024-02-01', to: '2024-02-01' }, PREVIOUS, 'Asia/Kolkata')).toEqual([
      '2024-01-30T18:30:00.000Z',
      '2024-01-31T18:30:00.000Z',
    ]);
    expect(instants({ from: '2024-04-08', to: '2024-04-08' }, PREVIOUS, 'Australia/Lord_Howe')).toEqual([
      '2024-04-06T13:00:00.000Z',
      '2024-04-07T13:30:00.000Z',
    ]);
  });

  it('of the day after one that never was is empty', () => {
    const [from, to] = instants({ from: '2011-12-31', to: '2011-12-31' }, PREVIOUS, 'Pacific/Apia');
    expect(from).toBe('2011-12-30T10:00:00.000Z');
    expect(to).toBe(from);
  });
});

describe('The same period of last year', () => {
  it('has the same dates', () => {
    expect(days({ preset: 'today' }, LAST_YEAR)).toBe('2025-11-25 2025-11-25');
    expect(days({ preset: 'this-week' }, LAST_YEAR)).toBe('2025-11-23 2025-11-29');
    expect(days({ preset: 'this-quarter' }, LAST_YEAR)).toBe('2025-10-01 2025-12-31');
    expect(days({ from: '2026-01-10', to: '2026-02-20' }, LAST_YEAR)).toBe('2025-01-10 2025-02-20');
  });

  it('has 28 February for 29 February', () => {
    expect(days({ from: '2024-02-29', to: '2024-02-29' }, LAST_YEAR)).toBe('2023-02-28 2023-02-28');
    expect(days({ from: '2024-02-01', to: '2024-02-29' }, LAST_YEAR)).toBe('2023-02-01 2023-02-28');
    expect(days({ from: '2024-02-29', to: '2024-03-01' }, LAST_YEAR)).toBe('2023-02-28 2023-03-01');
  });

  it('begins by the clocks of that year', () => {
    // In 2024 summer time began on 31 March in Paris, in 2023 on the 26th.
    expect(instants({ from: '2024-03-28', to: '2024-03-28' }, LAST_YEAR, 'Europe/Paris')).toEqual([
      '2023-03-27T22:00:00.000Z',
      '2023-03-28T22:00:00.000Z',
    ]);
  });
});

describe('All time', () => {
  it('has no other period by name, but stands beside two given days', () => {
    const allTime: TimeFrame = { preset: 'all-time' };
    const given: Compare = { to: { from: '2025-01-01', to: '2025-12-31' } };
    expect([PREVIOUS, LAST_YEAR, given].map((to) => canCompare(allTime, to))).toEqual([false, false, true]);
    expect([PREVIOUS, LAST_YEAR, given].map((to) => days(allTime, to))).toEqual([null, null, '2025-01-01 2025-12-31']);
  });
});

it('Two given days are both included', () => {
  const given: Compare = { to: { from: '2025-03-30', to: '2025-03-30' } };
  expect(instants({ preset: 'today' }, given, 'Europe/Paris')).toEqual([
    '2025-03-29T23:00:00.000Z',
    '2025-03-30T22:00:00.000Z',
  ]);
});
