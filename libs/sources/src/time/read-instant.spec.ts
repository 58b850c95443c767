import fc from 'fast-check';
import { isoInstant, judgeInstant, readInstant, readLenientInstant } from './read-instant';

describe('reading an instant', () => {
  it.each([
    ['2022-02-13T14:06:20Z', '2022-02-13T14:06:20.000Z'],
    ['2022-02-13T14:06:20.5Z', '2022-02-13T14:06:20.500Z'],
    ['2022-02-13T14:06:20+00:00', '2022-02-13T14:06:20.000Z'],
    ['2022-02-13T14:06:20+0000', '2022-02-13T14:06:20.000Z'],
    ['2022-02-13T00:06:20+05:45', '2022-02-12T18:21:20.000Z'],
    ['2022-12-31T23:00:00-0330', '2023-01-01T02:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    const instant = readInstant(value);
    expect(isoInstant(value, instant ?? NaN)).toBe(expected);
    expect(new Date(instant ?? NaN).toISOString()).toBe(expected);
  });

  it.each([
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-13-01',
    '31/12/2024',
    '1711929600',
    '1711929600000',
    '2024-03-10T02:30:00 America/New_York',
    '2024-03-10T02:30:00',
    '2024-03-10 02:30:00Z',
    '0000-00-00 00:00:00',
    '2024-06-30T23:59:60Z',
    '2024-06-30T24:00:00Z',
    '2024-03-01T00:00:00+25:00',
    '2024-03-01T00:00:00+14:01',
    '2024-03-01T00:00:00+05:60',
    'tomorrow',
    '',
    ' 2024-03-01T00:00:00Z',
  ])('does not take %j for one', (value) => {
    expect(readInstant(value)).toBeNull();
  });

  it('reads back every instant at every offset', () => {
    const instants = fc.date({
      min: new Date('1980-01-01T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: -12 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const zone = `${offset < 0 ? '-' : '+'}${new Date(Math.abs(offset) * 60_000).toISOString().slice(11, 16)}`;
        expect(readInstant(`${local}${zone}`)).toBe(date.getTime());
      }),
    );
  });
});

describe('judging an instant', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it('accepts 1980 to 24 hours ahead, and says what is wrong with the rest', () => {
    expect(judgeInstant(null, now)).toBe('bad-date');
    expect(judgeInstant(readInstant('1979-12-31T23:59:59Z'), now)).toBe('date-too-early');
    expect(judgeInstant(readInstant('0099-01-01T00:00:00Z'), now)).toBe('date-too-early');
    expect(judgeInstant(readInstant('1980-01-01T00:00:00Z'), now)).toBeNull();
    expect(judgeInstant(readInstant('2026-03-02T12:00:00Z'), now)).toBeNull();
    expect(judgeInstant(readInstant('2026-03-02T12:00:01Z'), now)).toBe('date-in-future');
    expect(judgeInstant(readInstant('9999-12-31T23:59:59Z'), now)).toBe('date-in-future');
  });
});

describe('reading the date of an asset record', () => {
  it.each([
    ['2014-12-05T02:06:21Z+0000', '2014-12-05T02:06:21.000Z'],
    ['2014-12-05T02:06:21Z', '2014-12-05T02:06:21.000Z'],
    ['2014-12-05 02:06:21', '2014-12-05T02:06:21.000Z'],
    ['2014-12-05T02:06:21+0200', '2014-12-05T00:06:21.000Z'],
    ['2014-12-05', '2014-12-05T00:00:00.000Z'],
    ['lately', undefined],
    ['', undefined],
  ])('reads %j as %s', (value, expected) => {
    expect(readLenientInstant(value)).toBe(expected);
  });
});
