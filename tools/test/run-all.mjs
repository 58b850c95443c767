import { demandChromium } from '../run/chromium.mjs';
import { outliveSignals } from '../run/programs.mjs';
import { findMariaDb } from './mariadb.mjs';
import * as stages from './stages.mjs';
import { add, inWords, one } from './sum.mjs';

/** @typedef {import('./sum.mjs').Sum} Sum */
/** @typedef {{ name: string, work: () => Promise<import('./stages.mjs').Result> }} Stage */

/**
 * Runs the named parts, one line each and everything a failing one said, and the sum at the end.
 * @param {ReturnType<typeof import('./arguments.mjs').readArguments>} wanted
 * @returns {Promise<boolean>} whether anything failed
 */
export async function runAll({ parts, paths }) {
  outliveSignals();
  /** @type {Sum[]} */
  const sums = [];
  const needsStore = parts.includes('unit') || parts.includes('e2e');
  const mariaDb = needsStore ? await searchMariaDb(sums) : undefined;
  try {
    const env = { TEST_MARIADB_URL: mariaDb?.url };
    const stage = async (/** @type {Stage} */ which) => void sums.push(await report(which));

    /** @type {Stage[]} */
    const checks = [];
    if (parts.includes('format')) checks.push({ name: 'format', work: stages.format });
    if (parts.includes('lint')) checks.push({ name: 'lint', work: stages.lint });
    if (parts.includes('types')) checks.push(...stages.types);
    await twoAtATime(checks, stage);

    if (parts.includes('unit'))
      await stage({ name: 'unit, API and component tests', work: () => stages.unit(paths, env) });
    if (parts.includes('build')) await stage({ name: 'build', work: stages.built });
    if (parts.includes('e2e')) {
      const isBuilt = sums.at(-1)?.failed === 0;
      await stage({ name: 'browser tests', work: () => (isBuilt ? browse(paths, env) : notBuilt()) });
    }
  } finally {
    await mariaDb?.stop();
  }
  if (sums.length === 0) sums.push(one(false));
  const sum = add(sums);
  console.log(inWords(sum));
  return sum.failed > 0;
}

/**
 * Without MariaDB everything else runs; on a build server that is a failure, elsewhere a line.
 * @param {Sum[]} sums
 */
async function searchMariaDb(sums) {
  try {
    const mariaDb = await findMariaDb();
    console.log(`MariaDB: ${mariaDb.from}`);
    return mariaDb;
  } catch (error) {
    const isDemanded = isTrue(process.env.CI) || Boolean(process.env.TEST_DATABASE_URL);
    const consequence = isDemanded ? 'That is a failure here.' : 'The tests on MariaDB are left out.';
    console.log(`${error instanceof Error ? error.message : String(error)} ${consequence}`);
    if (isDemanded) sums.push(one(false));
    return undefined;
  }
}

/** @param {string | undefined} value */
const isTrue = (value) => value !== undefined && !['', '0', 'false'].includes(value);

/** @param {string[]} paths @param {Record<string, string | undefined>} env */
async function browse(paths, env) {
  try {
    return await stages.journeys(paths, { ...env, CHROMIUM_PATH: await demandChromium() });
  } catch (error) {
    return { sum: one(false), output: error instanceof Error ? error.message : String(error) };
  }
}

const notBuilt = () => Promise.resolve({ sum: one(false), output: 'Not run: there is nothing built to run them on.' });

/**
 * @param {Stage[]} queue
 * @param {(stage: Stage) => Promise<void>} work
 */
async function twoAtATime(queue, work) {
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

/** @param {Stage} stage @returns {Promise<Sum>} */
async function report({ name, work }) {
  const start = performance.now();
  const { sum, output } = await work();
  const seconds = Math.round((performance.now() - start) / 1000);
  const isGood = sum.failed === 0;
  if (!isGood) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}: ${inWords(sum)} (${seconds} s)`);
  return sum;
}
