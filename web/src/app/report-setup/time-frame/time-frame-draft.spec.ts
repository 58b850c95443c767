import type { TimeFrame } from '@tallysheet/contract';
import { TimeFrameDraft } from './time-frame-draft';

const calendar = { timeZone: 'Europe/Paris', weekStart: 'monday', now: Date.parse('2026-11-22T14:00:00Z') } as const;
const draftOf = (timeFrame: TimeFrame, timeZone?: string) =>
  new TimeFrameDraft({ timeFrame, timeBasis: 'sent', timeZone }, calendar, 'en');

describe('A period being chosen', () => {
  it('shows the days of a preset and the month of its end', () => {
    const draft = draftOf({ preset: 'last-90-days' });
    expect(draft.days()).toEqual({ first: '2026-08-25', last: '2026-11-22' });
    expect(draft.leftMonth()).toBe('2026-10-01');
    expect(draft.words()).toEqual({ days: 90, end: 'today', last: '2026-11-22', moves: true });
  });

  it('knows the day it is in the zone', () => {
    expect(draftOf({ preset: 'today' }, 'Pacific/Kiritimati').today()).toBe('2026-11-23');
  });

  it('follows the workspace’s zone rather than writing it down', () => {
    const draft = draftOf({ preset: 'today' }, 'Asia/Tokyo');
    draft.chooseZone('Europe/Paris');
    expect(draft.choice().timeZone).toBeUndefined();
  });

  it('takes two picked days in either order', () => {
    const draft = draftOf({ preset: 'today' });
    draft.pick('2026-11-10');
    expect(draft.picking()).toBe(true);
    draft.pick('2026-11-03');
    expect(draft.choice().timeFrame).toEqual({ from: '2026-11-03', to: '2026-11-10' });
    expect(draft.preset()).toBe('custom');
  });

  it('does not take a day that is still to come', () => {
    const draft = draftOf({ preset: 'today' });
    draft.pick('2026-11-23');
    expect(draft.choice().timeFrame).toEqual({ preset: 'today' });
  });

  it('takes typed days, and the other end along where it has to', () => {
    const draft = draftOf({ from: '2026-10-01', to: '2026-10-31' });
    draft.type('from', '5 Nov 2026');
    expect(draft.choice().timeFrame).toEqual({ from: '2026-11-05', to: '2026-11-05' });
    draft.type('to', '1 Feb 2026');
    expect(draft.choice().timeFrame).toEqual({ from: '2026-02-01', to: '2026-02-01' });
    expect(draft.leftMonth()).toBe('2026-02-01');
  });

  it('keeps the period while what is typed is no date, and says why', () => {
    const draft = draftOf({ preset: 'last-7-days' });
    draft.type('to', '31 Nov 2026');
    expect(draft.error('to')).toMatchObject({ error: 'month-too-short', length: 30 });
    expect([draft.invalid(), draft.preset()]).toEqual([true, 'last-7-days']);
    draft.type('to', '30 Nov 2026');
    expect(draft.error('to')).toEqual({ error: 'after-today' });
    draft.choosePreset('today');
    expect(draft.invalid()).toBe(false);
  });

  it('fixes the days in sight when they are to be chosen by hand, but none to come', () => {
    const draft = draftOf({ preset: 'this-month' });
    expect(draft.words()).toMatchObject({ end: 'future', last: '2026-11-30' });
    draft.chooseCustom();
    expect(draft.choice().timeFrame).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    expect(draft.words()).toMatchObject({ days: 22, moves: false });
  });

  it('has no days for all time', () => {
    expect(draftOf({ preset: 'all-time' }).words()).toMatchObject({ days: null, last: null });
  });

  it('turns the page when the keys leave both months, and stops at today', () => {
    const draft = draftOf({ preset: 'today' });
    draft.moveTo('2026-09-30');
    expect([draft.activeDay(), draft.leftMonth()]).toEqual(['2026-09-30', '2026-09-01']);
    draft.moveTo('2027-01-01');
    expect([draft.activeDay(), draft.leftMonth()]).toEqual(['2026-11-22', '2026-10-01']);
  });
});
