import type { AttributeType } from '@tallysheet/contract';
import fc from 'fast-check';
import { TypeGuess } from './type-guess';

function guess(cells: readonly string[], header = 'thing'): AttributeType | null {
  const made = new TypeGuess(header);
  for (const cell of cells) made.see(cell);
  return made.type;
}

describe('The type of a column', () => {
  it.each([
    ['numbers', ['1', '-2.5', '', '0'], 'number'],
    ['days and instants', ['2024-03-01', '2024-03-01T09:00:00Z'], 'date'],
    ['yes and no, in any case', ['Yes', 'no', 'NO', ''], 'boolean'],
    ['true and false beside digits', ['true', '0', '1'], 'boolean'],
    ['ones and zeros alone', ['1', '0', '1'], 'number'],
    ['numbers with one leading zero among them', ['75001', '02134'], 'text'],
    ['phone numbers', ['+33612345678', '+4915112345678'], 'text'],
    ['numbers of sixteen digits', ['1234567890123456'], 'text'],
    ['times without a zone', ['2024-03-01 09:00'], 'text'],
    ['numbers and dates', ['1', '2024-03-01'], 'text'],
    ['words and numbers', ['1', 'one'], 'text'],
    ['years', ['1999', '2024'], 'number'],
    ['nothing', ['', ' ', 'null', 'NULL'], null],
    ['numbers beside what an export writes for nothing', ['1', 'null'], 'number'],
  ] as const)('of %s', (_, cells, type) => {
    expect(guess(cells)).toBe(type);
  });

  it.each([
    ['Phone number', ['33612345678'], 'text'],
    ['Code postal', ['75001'], 'text'],
    ['Téléphone', ['33612345678'], 'text'],
    ['isCustomer', ['1', '0'], 'boolean'],
    ['Has app', ['1'], 'boolean'],
    ['island', ['1', '0'], 'number'],
    ['is_customer', ['1', '2'], 'number'],
  ] as const)('may be told by its header %j', (header, cells, type) => {
    expect(guess(cells, header)).toBe(type);
  });

  /** What every value of a list is, told the slow way. */
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => ({ cell: `${n}`, is: 'number' }));
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => {
    return { cell: new Date(n * 86_400_000).toISOString().slice(0, 10), is: 'date' };
  });
  const word = fc.constantFrom('yes', 'No', 'TRUE', 'false').map((cell) => ({ cell, is: 'boolean' }));
  const other = fc
    .constantFrom('Ada', '=1+1', '007', '1 000', '12%', '2024-13-01')
    .map((cell) => ({ cell, is: 'text' }));
  const empty = fc.constantFrom('', '  ').map((cell) => ({ cell, is: 'nothing' }));

  it('is that of all its values if they agree, else text, in any order', () => {
    const column = fc.array(fc.oneof(number, day, word, other, empty), { maxLength: 6 });
    fc.assert(
      fc.property(column, (cells) => {
        const kinds = new Set(cells.map(({ is }) => is).filter((is) => is !== 'nothing'));
        // Ones and zeros stand for yes and no where words do.
        const digits = cells.filter(({ is }) => is === 'number').every(({ cell }) => cell === '1' || cell === '0');
        if (kinds.has('boolean') && digits) kinds.delete('number');
        const [only] = kinds;
        const expected = kinds.size === 0 ? null : kinds.size === 1 ? only : 'text';
        const texts = cells.map(({ cell }) => cell);
        expect(guess(texts)).toBe(expected);
        expect(guess(texts.toReversed())).toBe(expected);
      }),
    );
  });
});
