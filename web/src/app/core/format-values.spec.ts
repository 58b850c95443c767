import * as values from './format-values';

describe('A count', () => {
  it('groups its thousands as the language does', () => {
    expect(values.formatCount('en', 12345)).toBe('12,345');
    expect(values.formatCount('fr', 12345)).toBe('12\u202f345');
  });

  it('has a true minus', () => {
    expect(values.formatCount('en', -1234)).toBe('\u22121,234');
  });
});

describe('A change', () => {
  it('says its sign, but for what rounds to nothing', () => {
    expect(values.formatChange('en', 1234, 'count')).toBe('+1,234');
    expect(values.formatChange('en', -3, 'count')).toBe('\u22123');
    expect(values.formatChange('fr', 0.125, 'rate')).toBe('+12,5\u202f%');
    expect(values.formatChange('en', 0, 'count')).toBe('0');
    expect(values.formatChange('en', 0.0001, 'points')).toBe('0.0\u00a0pts');
    expect(values.formatChange('en', null, 'rate')).toBe('–');
  });

  it('of a rate is in points', () => {
    expect(values.formatChange('en', 0.012, 'points')).toBe('+1.2\u00a0pts');
    expect(values.formatChange('fr', -0.3, 'points')).toBe('\u221230,0\u00a0pts');
    expect(values.formatExact('en', -0.0123456, 'points', 'UTC')).toBe('\u22120.0123456');
  });
});

it('A number of no unit has up to two decimals', () => {
  expect(values.formatValue('en', 2.345, 'number', 'UTC')).toBe('2.35');
  expect(values.formatValue('en', 25, 'number', 'UTC')).toBe('25');
});

describe('A rate', () => {
  it('is a percentage with one decimal', () => {
    expect(values.formatRate('en', 0.1449)).toBe('14.5%');
    expect(values.formatRate('fr', 0.1449)).toBe('14,5\u202f%');
  });

  it('has as many decimals as asked for', () => {
    expect(values.formatRate('en', 0.00237, 2)).toBe('0.24%');
    expect(values.formatRate('fr', 1, 0)).toBe('100\u202f%');
  });

  it('that rounds to nothing has no sign', () => {
    expect(values.formatRate('en', -0.0001)).toBe('0.0%');
  });

  it('below zero has the true minus', () => {
    expect(values.formatRate('en', -0.0512)).toBe('\u22125.1%');
  });
});

describe('A cell', () => {
  it('shows zero as 0 and a missing denominator as a dash', () => {
    expect(values.formatValue('en', 0, 'count', 'UTC')).toBe('0');
    expect(values.formatValue('en', null, 'rate', 'UTC')).toBe('–');
  });

  it('shows text as it is', () => {
    expect(values.formatValue('fr', 'Soldes 10%', 'text', 'UTC')).toBe('Soldes 10%');
  });

  it('gives a rate in full where the exact value is asked for', () => {
    expect(values.formatExact('en', 12618 / 31375, 'rate', 'UTC')).toBe('0.40216733');
    expect(values.formatExact('fr', 12618 / 31375, 'rate', 'UTC')).toBe('0,40216733');
    expect(values.formatExact('en', null, 'rate', 'UTC')).toBe('–');
  });

  it('gives an instant to the second where the exact value is asked for', () => {
    expect(values.formatExact('en', '2026-11-21T13:32:08Z', 'instant', 'Europe/Paris')).toBe('21 Nov 2026, 14:32:08');
  });
});

describe('A day', () => {
  it('is written with the short month', () => {
    expect(values.formatDay('en', '2026-11-21')).toBe('21 Nov 2026');
    expect(values.formatDay('fr', '2026-11-21')).toBe('21 nov. 2026');
    expect(values.formatDay('fr', '2026-08-01')).toBe('1 août 2026');
  });
});

describe('A range of days', () => {
  it.each([
    ['2026-08-24', '2026-11-21', '24 Aug – 21 Nov 2026', '24 août – 21 nov. 2026'],
    ['2026-11-01', '2026-11-21', '1 – 21 Nov 2026', '1 – 21 nov. 2026'],
    ['2025-12-30', '2026-01-02', '30 Dec 2025 – 2 Jan 2026', '30 déc. 2025 – 2 janv. 2026'],
    ['2026-11-21', '2026-11-21', '21 Nov 2026', '21 nov. 2026'],
  ])('from %s to %s says month and year once where they are the same', (from, to, english, french) => {
    expect(values.formatDayRange('en', from, to)).toBe(english);
    expect(values.formatDayRange('fr', from, to)).toBe(french);
  });
});

describe('An instant', () => {
  it('stands in the zone asked for', () => {
    expect(values.formatInstant('en', '2026-11-21T23:30:00Z', 'Asia/Kathmandu')).toBe('22 Nov 2026, 05:15');
    expect(values.formatInstant('fr', '2026-07-01T22:05:00Z', 'Europe/Paris')).toBe('2 juil. 2026, 00:05');
    expect(values.formatClock('2026-11-21T13:32:09Z', 'Europe/Paris')).toBe('14:32:09');
  });
});

describe('A size', () => {
  it.each([
    [0, '0\u00a0B', '0\u00a0o'],
    [999, '999\u00a0B', '999\u00a0o'],
    [1400, '1.4\u00a0kB', '1,4\u00a0ko'],
    [999_600, '1\u00a0MB', '1\u00a0Mo'],
    [10_737_418_240, '10.7\u00a0GB', '10,7\u00a0Go'],
  ])('of %d bytes is short', (bytes, english, french) => {
    expect(values.formatBytes('en', bytes)).toBe(english);
    expect(values.formatBytes('fr', bytes)).toBe(french);
  });
});
