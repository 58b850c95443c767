import fc from 'fast-check';
import { jsonErrorPlace } from './json-error';

describe('finding where a text stops being JSON', () => {
  it.each([
    ['{"a":}', 1, 6],
    ['{"a":1,}', 1, 8],
    ['[1,2\n,,3]', 2, 2],
    ['{"a":1}\n{"b":2}', 2, 1],
    ['{"a":tru}', 1, 6],
    ['{"a":01}', 1, 6],
    ['{a:1}', 1, 2],
    ["{'a':1}", 1, 2],
    ['["a\nb"]', 1, 2],
    ['["\\x"]', 1, 2],
    ['[1}', 1, 3],
    ['<!DOCTYPE html>', 1, 1],
    ['{"a":[1,', 1, 9],
  ])('finds the place in %j', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonErrorPlace(text)).toEqual({ line, column });
  });

  it('names the end of a document that is cut off, or the token that the cut went through', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, pick) => {
        const text = `[${json}]`;
        const cut = text.slice(0, pick % text.length);
        const { line, column } = jsonErrorPlace(cut);
        const rest = cut.slice(column - 1);
        expect(line).toBe(1);
        expect(rest).toMatch(/^("|[\d.eE+-]*$|t|f|n|$)/);
      }),
    );
  });

  it('copes with very long strings and deep nesting', () => {
    const long = `["${'x'.repeat(5_000_000)}", ]`;
    expect(jsonErrorPlace(long)).toEqual({ line: 1, column: long.length });
    expect(jsonErrorPlace('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 });
  });
});
