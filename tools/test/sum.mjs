import { relative } from 'node:path';

/**
 * What a runner counted.
 * @typedef {{ passed: number, failed: number, skipped: number }} Sum
 */

/** Parts of the project that always have tests. */
const TESTED_PARTS = ['libs', 'api', 'web', 'tools'];

/** @returns {Sum} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {boolean} good @returns {Sum} */
export const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/** @param {Sum[]} sums @returns {Sum} */
export function add(sums) {
  return sums.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing(),
  );
}

/** The one line that `npm test` ends with. @param {Sum} sum */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * A Jest run in numbers: a suite that could not run at all is one failure, a run without tests as well.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number }} report what `jest --json` writes
 * @returns {Sum}
 */
export function sumOfJest(report) {
  const sum = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return demandTests(sum);
}

/**
 * The parts of the project that a whole Jest run found no tests in: each is one failure.
 * @param {{ testResults: { name: string }[] }} report what `jest --json` writes
 * @param {string} root the project's root folder
 * @returns {string[]}
 */
export function untested({ testResults }, root) {
  const paths = testResults.map(({ name }) => relative(root, name).replaceAll('\\', '/'));
  return TESTED_PARTS.filter((part) => !paths.some((path) => path.startsWith(`${part}/`)));
}

/**
 * A Playwright run in numbers: an error outside of any test is one failure, a run without tests as well.
 * @param {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number }, errors: unknown[] }} report
 *   what its json reporter writes
 * @returns {Sum}
 */
export function sumOfPlaywright({ stats, errors }) {
  return demandTests({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  });
}

/** @param {Sum} sum @returns {Sum} */
function demandTests(sum) {
  return sum.passed + sum.failed + sum.skipped === 0 ? one(false) : sum;
}
