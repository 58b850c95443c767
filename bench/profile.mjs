/* Where a process spends its time, from a CPU profile of its main thread. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a frame on the stack says of the work; the innermost that says something decides. @type {[string, RegExp][]} */
const WORK = [
  ['reading and validating', /@tallysheet\/sources|\/zod\//],
  ['keys and columns', /ingest\/(incoming|ingest\.service|event-rows)|database\/hash/],
  ['folding messages', /@tallysheet\/counting|ingest\/message/],
  ['tallies', /ingest\/tally/],
  ['handing over to the store', /database\/|mysql2|sql-escaper|better-sqlite3|ingest\/event\.repository/],
  ['HTTP', /_http|express|@nestjs/],
];

/** @typedef {{ functionName: string, url: string }} Frame */
/** @typedef {{ id: number, callFrame: Frame, children?: number[] }} Node */

/**
 * The share of each kind of work in the time between the first and the last sample.
 * @param {string} folder where `--cpu-prof-dir` has put the profiles
 * @returns {Promise<Record<string, number>>}
 */
export async function whereTimeGoes(folder) {
  const files = (await readdir(folder)).filter((name) => /\.0\.\d+\.cpuprofile$/.test(name));
  const text = await readFile(join(folder, /** @type {string} */ (files[0])), 'utf8');
  /** @type {{ nodes: Node[], samples: number[], timeDeltas: number[] }} */
  const { nodes, samples, timeDeltas } = JSON.parse(text);
  const works = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (/** @type {Node} */ node, /** @type {string} */ above) => {
    const work = workOf(node.callFrame) ?? above;
    works.set(node.id, work);
    for (const child of node.children ?? []) visit(/** @type {Node} */ (byId.get(child)), work);
  };
  visit(/** @type {Node} */ (nodes[0]), 'the rest');
  /** @type {Record<string, number>} */
  const shares = {};
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  samples.forEach((id, index) => {
    const work = works.get(id);
    shares[work] = (shares[work] ?? 0) + (timeDeltas[index] ?? 0) / total;
  });
  return Object.fromEntries(Object.entries(shares).sort(([, a], [, b]) => b - a));
}

/** @param {Frame} frame */
function workOf({ functionName, url }) {
  if (functionName === '(idle)') return 'waiting for the store or the disk';
  if (functionName === '(garbage collector)') return 'garbage collection';
  return WORK.find(([, pattern]) => pattern.test(url))?.[0];
}
