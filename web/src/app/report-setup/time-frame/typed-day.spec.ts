import { parseDay } from './typed-day';

describe('A typed date', () => {
  it.each([
    ['24 Aug 2026', 'en'],
    ['24 august 2026', 'en'],
    ['Aug 24, 2026', 'en'],
    ['24/8/2026', 'en'],
    ['24.08.26', 'en'],
    ['2026-08-24', 'en'],
    ['24 août 2026', 'fr'],
    ['24 AOUT 2026', 'fr'],
  ])('%s is read', (text, language) => {
    expect(parseDay(text, language)).toEqual({ day: '2026-08-24' });
  });

  it('reads a month’s abbreviation with its dot', () => {
    expect(parseDay('3 févr. 2026', 'fr')).toEqual({ day: '2026-02-03' });
  });

  it('says how long the month is', () => {
    expect(parseDay('31 Nov 2026', 'en')).toEqual({ error: 'month-too-short', year: 2026, month: 11, length: 30 });
  });

  it.each(['', 'tomorrow', '24 Aug', 'Ju 3 2026', '24/13/2026', '0/1/2026', '1 Jan 1066', '24 Aug 2026 noon'])(
    '%p is no date',
    (text) => {
      expect(parseDay(text, 'en')).toEqual({ error: 'not-a-date' });
    },
  );
});
