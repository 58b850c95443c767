import { add, inWords, nothing, one, sumOfJest, sumOfPlaywright, untested } from './sum.mjs';

const jestReport = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const playwrightReport = { stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0 }, errors: [] };

describe('the sum of a test run', () => {
  it('adds up all runners and checks in one line', () => {
    const sums = [one(true), { passed: 40, failed: 1, skipped: 2 }, one(false), nothing()];

    expect(inWords(add(sums))).toBe('41 passed, 2 failed, 2 skipped');
  });

  it('counts what Jest ran, and a suite that could not run as a failure', () => {
    const report = { ...jestReport, numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

    expect(sumOfJest(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
    expect(sumOfJest({ ...report, numRuntimeErrorTestSuites: 2 })).toEqual({ passed: 7, failed: 3, skipped: 3 });
  });

  it('counts what Playwright ran, and an error outside of the tests as a failure', () => {
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 3 };

    expect(sumOfPlaywright({ stats, errors: [] })).toEqual({ passed: 6, failed: 2, skipped: 3 });
    expect(sumOfPlaywright({ ...playwrightReport, errors: [{}] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('fails a run that found no tests', () => {
    expect(sumOfJest(jestReport)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(sumOfPlaywright(playwrightReport)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('misses the tests of a whole part of the project', () => {
    const found = ['/here/libs/counting/src/a.spec.ts', '/here/api/src/b.spec.ts', '/here/tools/c.spec.ts'];
    const testResults = found.map((name) => ({ name }));

    expect(untested({ testResults }, '/here')).toEqual(['web']);
    expect(untested({ testResults: [...testResults, { name: '/here/web/src/d.spec.ts' }] }, '/here')).toEqual([]);
  });
});
