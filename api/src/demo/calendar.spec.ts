import { Calendar, DAYS, HOUR } from './calendar';

describe('the year of the demo', () => {
  it('ends with the last day and holds 365 days', () => {
    const calendar = new Calendar('2026-11-21');
    expect(new Date(calendar.end).toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(calendar.end - calendar.start).toBe(DAYS * 24 * HOUR);
    expect(calendar.year).toBe(2026);
  });

  it('reads the clock of Paris before and after the change to summer time', () => {
    const clock = new Calendar('2026-11-21').clock('Europe/Paris');
    expect(clock.hourAt(Date.parse('2026-03-29T00:30:00Z'))).toBe(1.5);
    expect(clock.hourAt(Date.parse('2026-03-29T01:30:00Z'))).toBe(3.5);
    expect(new Date(clock.instantOn(Date.parse('2026-07-01'), 10)).toISOString()).toBe('2026-07-01T08:00:00.000Z');
    expect(new Date(clock.instantOn(Date.parse('2026-01-14'), 10)).toISOString()).toBe('2026-01-14T09:00:00.000Z');
  });

  it('refuses what is no day', () => {
    expect(() => new Calendar('yesterday')).toThrow(RangeError);
  });
});
