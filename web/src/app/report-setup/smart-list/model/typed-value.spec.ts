import { fits, parseValue, writeValue } from './typed-value';

describe('A typed value', () => {
  it.each([
    ['1,234.5', 'en', 1234.5],
    ['-3', 'en', -3],
    ['.5', 'en', 0.5],
    ['1\u202f234,5', 'fr', 1234.5],
    ['\u22122', 'fr', -2],
  ] as const)('%s in %s is a number', (text, language, number) => {
    expect(parseValue(text, 'number', language)).toBe(number);
  });

  it.each(['', 'ten', '1,5', '1 2 x', '--1', '1e3', '0x10', 'Infinity'])('%p is no number', (text) => {
    expect(parseValue(text, 'number', 'en')).toBeNull();
  });

  it('is a day in the words of the language, long before any email too', () => {
    expect(parseValue('3 févr. 1974', 'date', 'fr')).toBe('1974-02-03');
    expect(parseValue('31 Nov 2026', 'date', 'en')).toBeNull();
    expect(writeValue('1974-02-03', 'date', 'fr')).toBe('3 févr. 1974');
    expect(writeValue('soon', 'date', 'en')).toBe('soon');
  });

  it('is written as it can be typed again', () => {
    for (const language of ['en', 'fr'] as const) {
      expect(parseValue(writeValue(1234.5, 'number', language), 'number', language)).toBe(1234.5);
    }
    expect(parseValue('  Lyon ', 'text', 'en')).toBe('Lyon');
  });

  it('fits its type only', () => {
    expect([
      fits('2026-03-02', 'date'),
      fits('x', 'date'),
      fits(1, 'text'),
      fits('1', 'number'),
      fits(true, 'boolean'),
    ]).toEqual([true, false, false, false, true]);
  });
});
