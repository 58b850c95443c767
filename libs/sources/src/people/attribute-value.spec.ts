import fc from 'fast-check';
import { attributeCell, isEmptyCell, readAttributeValue } from './attribute-value';

describe('A cell of an attribute', () => {
  it.each([
    ['number', '5', { type: 'number', number: 5 }],
    ['number', ' -12.50 ', { type: 'number', number: -12.5 }],
    ['number', '0.25', { type: 'number', number: 0.25 }],
    ['number', '999999999999999', { type: 'number', number: 999999999999999 }],
    ['boolean', 'TRUE', { type: 'boolean', yes: true }],
    ['boolean', 'No', { type: 'boolean', yes: false }],
    ['boolean', '1', { type: 'boolean', yes: true }],
    ['date', '2024-02-29', { type: 'date', at: Date.UTC(2024, 1, 29), isDay: true }],
    ['date', '2024-03-01T09:00:00+02:00', { type: 'date', at: Date.UTC(2024, 2, 1, 7), isDay: false }],
    ['date', '1931-05-01', { type: 'date', at: Date.UTC(1931, 4, 1), isDay: true }],
    ['text', ' as it came ', { type: 'text', text: ' as it came ' }],
  ] as const)('of the type %s may be %j', (type, cell, value) => {
    expect(readAttributeValue(type, cell)).toEqual(value);
  });

  it.each([
    ['number', '007'],
    ['number', '+33612345678'],
    ['number', '1,5'],
    ['number', '1e3'],
    ['number', '.5'],
    ['number', '1234567890123456'],
    ['number', 'NaN'],
    ['boolean', '2'],
    ['boolean', 'maybe'],
    ['date', '2023-02-29'],
    ['date', '2024-03-01 09:00'],
    ['date', '2024-03-01T09:00:00'],
    ['date', '01/03/2024'],
    ['date', '0001-01-01'],
    ['date', '0001-01-01T00:00:00Z'],
    ['text', 'x'.repeat(10_001)],
  ] as const)('of the type %s is never %j', (type, cell) => {
    expect(readAttributeValue(type, cell)).toBeNull();
  });

  it('is empty when it is blank, or the word by which exports mean nothing, but for texts', () => {
    expect((['number', 'date', 'boolean', null] as const).map((type) => isEmptyCell('null', type))).toEqual([
      ...[true, true, true, true],
    ]);
    expect(isEmptyCell('null', 'text')).toBe(false);
    expect(isEmptyCell(' \t', 'text')).toBe(true);
  });

  it('is read as the same value when it is written out and read again', () => {
    const cell = fc.oneof(
      fc.integer().map(String),
      fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(999999)).map(([whole, part]) => `${whole}.${part}`),
      fc.nat(9).map((digit) => `0.0000000${digit}`),
      fc
        .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      fc.constantFrom('true', 'No', '1', '2024-02-29', '2024-03-01T09:00:00.5-03:30'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(cell, fc.constantFrom('text', 'number', 'date', 'boolean'), (text, type) => {
        const value = readAttributeValue(type, text);
        fc.pre(value !== null);
        expect(readAttributeValue(type, attributeCell(value))).toEqual(value);
      }),
    );
  });
});
