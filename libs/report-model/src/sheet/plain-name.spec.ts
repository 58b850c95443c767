import fc from 'fast-check';
import { namePatternTest } from './plain-name';

describe('A name pattern', () => {
  it.each<[string, string, boolean]>([
    ['spring*', 'Spring launch', true],
    ['spring*', 'In spring', false],
    ['*launch', 'Spring launch', true],
    ['*launch', 'Launches', false],
    ['s*g*h', 'Spring launch', true],
    ['ab*ba', 'aba', false],
    ['ab*ba', 'abba', true],
    ['*a*a*', 'banal', true],
    ['*x*', 'banal', false],
    ['ete*', 'ÉTÉ 2026', true],
    ['launch', 'Spring LAUNCH 2', true],
    ['100% (a.b)', 'Save 100% (a.b) now', true],
    ['a.b*', 'axb', false],
    ['*', '', true],
  ])('%s fits %s: %p', (pattern, name, fits) => expect(namePatternTest(pattern)(name)).toBe(fits));

  it('with stars finds what a regular expression finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const starred = fc.array(text, { minLength: 2, maxLength: 4 }).map((pieces) => pieces.join('*'));
    fc.assert(
      fc.property(starred, text, (pattern, name) => {
        const expression = pattern.split('*').map((piece) => piece.replaceAll('.', '\\.'));
        expect(namePatternTest(pattern)(name)).toBe(new RegExp(`^${expression.join('.*')}$`).test(name));
      }),
    );
  });
});
