import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../run/build.mjs';
import { ROOT, runInstalled } from '../run/programs.mjs';
import { one, sumOfJest, sumOfPlaywright, untested } from './sum.mjs';

/**
 * What a stage came to: its numbers, and everything its program said.
 * @typedef {{ sum: import('./sum.mjs').Sum, output: string }} Result
 */

/** @param {{ code: number, output: string }} run @returns {Result} */
const check = ({ code, output }) => ({ sum: one(code === 0), output });

/** Type checks, each one program: its name and what compiles it. @type {Record<string, [string, string]>} */
const PROGRAMS = {
  libs: ['typescript', 'tsc'],
  api: ['typescript', 'tsc'],
  e2e: ['typescript', 'tsc'],
  tools: ['typescript', 'tsc'],
  'tools/typecheck/tsconfig.web.json': ['@angular/compiler-cli', 'ngc'],
};

/** Is every file formatted as Prettier would? */
export async function format() {
  return check(await runInstalled(['prettier', 'prettier'], ['--check', '--ignore-unknown', '--log-level=warn', '.']));
}

/** Do the code rules and the import boundaries hold, without a single warning? */
export async function lint() {
  return check(await runInstalled(['eslint', 'eslint'], ['--max-warnings=0', '.']));
}

/** Do the types fit, templates included? One stage a program. */
export const types = Object.entries(PROGRAMS).map(([project, command]) => ({
  name: `types of ${project.includes('web') ? 'web' : project}`,
  work: async () => check(await runInstalled(command, ['-p', project, '--noEmit'])),
}));

/** Can it be built? */
export async function built() {
  return check(await build(['api', 'web']));
}

/**
 * Unit, API and component tests by Jest.
 * @param {string[]} paths parts of paths, to run only some
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Result>}
 */
export async function unit(paths, env) {
  return withReport(
    (file) => runInstalled(['jest', 'jest'], ['--json', `--outputFile=${file}`, ...paths], { env }),
    (/** @type {Parameters<typeof sumOfJest>[0] & Parameters<typeof untested>[0]} */ report) => {
      const missing = paths.length > 0 ? [] : untested(report, ROOT);
      const sum = sumOfJest(report);
      const output = missing.map((part) => `\nNo tests found in ${part}.`).join('');
      return { sum: { ...sum, failed: sum.failed + missing.length }, output };
    },
  );
}

/**
 * Journeys in a real browser by Playwright.
 * @param {string[]} paths parts of paths, to run only some
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Result>}
 */
export async function journeys(paths, env) {
  return withReport(
    (file) =>
      runInstalled(['@playwright/test', 'playwright'], ['test', '--config=e2e', ...paths], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      }),
    (/** @type {Parameters<typeof sumOfPlaywright>[0]} */ report) => ({ sum: sumOfPlaywright(report), output: '' }),
  );
}

/**
 * Runs a test runner that writes a JSON report, and reads that. No report at all is one failure.
 * @template Report
 * @param {(file: string) => Promise<{ code: number, output: string }>} work
 * @param {(report: Report) => Result} read
 * @returns {Promise<Result>}
 */
async function withReport(work, read) {
  const folder = await mkdtemp(join(tmpdir(), 'tallysheet-test-'));
  try {
    const file = join(folder, 'report.json');
    const { code, output } = await work(file);
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    const { sum, output: more } = report === undefined ? { sum: one(false), output: '' } : read(report);
    // A runner that fails without a failing test (an error while ending, a crash) must not pass.
    return { sum: code !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum, output: output + more };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
