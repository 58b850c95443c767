import * as counting from '../index';
import type { Check } from './check';

/** Runs each check against the counting library and, where it has a say, against the brute-force counter. */
export function describeChecks(title: string, checks: readonly Check[]): void {
  describe(title, () => {
    for (const check of checks) {
      it(check.sentence, () => check.run(counting));
      if (check.oracle) it(`${check.sentence} (brute force)`, () => check.oracle?.());
    }
  });
}
