import { addDays, addMonths, countDays, makeDay, weekEnds, weeksOf } from './days';

describe('Calendar days', () => {
  it('go on over months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('stay in a shorter month when moved by months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15');
  });

  it('are counted with both ends', () => {
    expect(countDays('2026-08-25', '2026-11-22')).toBe(90);
  });

  it('exist only where the month has them', () => {
    expect([makeDay(2026, 11, 30), makeDay(2026, 11, 31), makeDay(2026, 13, 1)]).toEqual(['2026-11-30', null, null]);
  });

  it('stand in weeks that begin where the workspace says', () => {
    expect(weeksOf('2026-11-01', 'monday')[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeksOf('2026-11-01', 'sunday')[0]![0]).toBe('2026-11-01');
    expect(weeksOf('2026-11-01', 'saturday')[0]!.slice(0, 2)).toEqual([null, '2026-11-01']);
    expect(weekEnds('2026-11-22', 'monday')).toEqual(['2026-11-16', '2026-11-22']);
  });
});
