import type { Check, Counting } from '../../libs/counting/src/testing/check';
import { PROPERTIES } from '../../libs/counting/src/testing/properties';
import { seeded } from '../../libs/counting/src/testing/property';
import { EXAMPLES } from '../../libs/counting/src/testing/rules';
import { countingSources, loadCounting, mutate } from './mutated-counting';
import { MUTATIONS } from './mutations';

// The same histories in every run: a mutation that is found today is found tomorrow.
const CHECKS: readonly Check[] = [...EXAMPLES, ...PROPERTIES.map((one) => seeded(one, 60, 20_240_229))];

/** The sentence of the first check that does not hold, or null. */
function firstRed(counting: Counting): string | null {
  for (const check of CHECKS) {
    try {
      check.run(counting);
    } catch {
      return check.sentence;
    }
  }
  return null;
}

describe('The checks of the counting library', () => {
  const sources = countingSources();

  it('hold of the library as it is', () => {
    expect(firstRed(loadCounting(sources))).toBeNull();
  });

  for (const mutation of MUTATIONS) {
    it(`turn red when ${mutation.fault} (${mutation.rule})`, () => {
      expect(firstRed(loadCounting(mutate(sources, mutation)))).not.toBeNull();
    });
  }

  it('do not pass over a mutation whose text is gone', () => {
    const gone = { rule: '', fault: '', file: 'state.ts', find: 'no such text', replace: '' };
    expect(() => mutate(sources, gone)).toThrow('state.ts has 0 places');
    expect(() => mutate(sources, { ...gone, file: 'none.ts' })).toThrow('no file none.ts');
  });

  it('have a mutation for each of the rules', () => {
    const rules = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Rule ${n}`);
    expect(MUTATIONS.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  });
});
