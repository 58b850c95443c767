import { timeSubject } from './time-levels';

describe('The name of a row by time', () => {
  const french = { language: 'fr', weekStart: 'monday' } as const;

  it('begins with a capital in French too', () => {
    expect(timeSubject('weekday', { weekday: 0 }, french).name).toBe('Lundi');
    // 20,700 days after 1 January 1970.
    expect(timeSubject('month', { day: 20_700 }, french).name).toBe('Septembre 2026');
  });
});
