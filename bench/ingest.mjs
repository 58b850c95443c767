/* npm run bench: how fast events go in, against bare multi-row inserts of the same events in the same run. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { webhookLatency } from './latency.mjs';
import { eventsOf } from './mailings.mjs';
import { median, ms, percent, quantile, spread, times } from './numbers.mjs';
import { startMariaDb } from './own-mariadb.mjs';
import { whereTimeGoes } from './profile.mjs';
import { ownWork, posted } from './workers.mjs';

/** @typedef {import('./workers.mjs').Where} Where */
/** @typedef {import('./own-work.mjs').Result} Result */

const EDGE = 100_000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '6' },
    stores: { type: 'string', default: 'sqlite,mariadb' },
    /** Which parts: `speed`, `import` (one import alone, for millions), `latency`, `profile`. */
    parts: { type: 'string', default: 'speed,latency,profile' },
    /** Messages a mailing; by default as many as a workspace of this size has. */
    mailing: { type: 'string' },
    /** Events a transaction of the bare inserts; by default as many as the import takes on average. */
    commit: { type: 'string' },
  },
});
const messages = Number(values.messages);
const mailing = values.mailing ? { mailing: Number(values.mailing) } : {};
const rounds = Number(values.rounds);
const parts = new Set(values.parts.split(','));
const folder = await mkdtemp(join(tmpdir(), 'tallysheet-bench-'));

/** A file of events, one a line. @param {Parameters<typeof eventsOf>[0]} size */
async function fileOf(size) {
  const file = join(folder, `${size.campaigns ?? 'all'}.ndjson`);
  const lines = Readable.from(
    (function* chunks() {
      let chunk = '';
      for (const event of eventsOf({ ...mailing, ...size })) {
        chunk += `${JSON.stringify(event)}\n`;
        if (chunk.length < 65_536) continue;
        yield chunk;
        chunk = '';
      }
      yield chunk;
    })(),
  );
  await pipeline(lines, createWriteStream(file));
  return file;
}

/** What the last 100,000 messages cost, in what the first did. @param {Result} result */
function lateToEarly({ progress, events, ms: whole }) {
  const edge = (EDGE * events) / messages;
  const at = (/** @type {number} */ rows) => progress.find(([read]) => read >= rows)?.[1] ?? whole;
  return (whole - at(events - edge)) / at(edge);
}

/** What one import tells besides its speed. @param {Result & { peakMb: number }} result */
function importFigures(result) {
  const { events, slices, peakMb } = result;
  return {
    perSecond: Math.round((events / result.ms) * 1000),
    ...(messages >= 2 * EDGE ? { lateToEarly: lateToEarly(result) } : {}),
    peakMb,
    sliceEvents: Math.round(events / slices.length),
    sliceMs: { median: median(slices), p95: quantile(slices, 0.95), most: quantile(slices, 1) },
  };
}

/** @param {Where} where @param {string} file */
async function speed(where, file) {
  const perSecond = { baseline: /** @type {number[]} */ ([]), import: [], post: [] };
  /** @type {ReturnType<typeof importFigures>[]} */
  const imports = [];
  let commit = Number(values.commit ?? 0);
  const variants = {
    import: async () => {
      const result = await ownWork(where, { work: 'import', file, messages, ...mailing, commit: 0 });
      imports.push(importFigures(result));
      commit ||= imports[0]?.sliceEvents ?? 1;
      return result;
    },
    baseline: () => ownWork(where, { work: 'baseline', file, messages, ...mailing, commit: commit || 1000 }),
    post: () => posted(where, { messages, ...mailing }),
  };
  const names = /** @type {(keyof typeof variants)[]} */ (Object.keys(variants));
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in turn: what comes first on a cold machine must not always be the same.
    for (const name of names.map((_, index) => names[(index + round) % names.length])) {
      if (!name) continue;
      const result = await variants[name]();
      /** @type {number[]} */ (perSecond[name]).push(Math.round((result.events / result.ms) * 1000));
    }
    const line = names.map((name) => `${name} ${perSecond[name].at(-1)}/s`);
    console.log(`${where.store} round ${round + 1}: ${line.join(', ')}`);
  }
  // The first round warms up.
  const ratio = (/** @type {'import' | 'post'} */ name) =>
    perSecond[name].slice(1).map((each, index) => each / (perSecond.baseline[index + 1] ?? 1));
  const ratios = { import: ratio('import'), post: ratio('post') };
  console.log(`${where.store} import: ${spread(ratios.import, percent)} of bare inserts, ${commit} events a commit`);
  console.log(`${where.store} post: ${spread(ratios.post, percent)} of bare inserts`);
  return { commit, ratios, perSecond, imports: imports.slice(1) };
}

/** @param {Where} where */
async function latency(where) {
  const file = await fileOf({ messages, campaigns: 1, assets: 1 });
  const { idle, underImport, slices } = await webhookLatency(where, {
    work: 'import',
    file,
    messages,
    ...mailing,
    commit: 0,
  });
  const ratio = median(underImport) / median(idle);
  const most = quantile(underImport, 0.95);
  console.log(
    `${where.store} webhook: ${ms(median(idle))} idle, ${ms(median(underImport))} under an import of the same ` +
      `campaign (${times(ratio)}; one of twenty over ${ms(most)}, ${underImport.length} calls)`,
  );
  return {
    idle: median(idle),
    underImport: median(underImport),
    p95: most,
    ratio,
    calls: underImport.length,
    slice: median(slices),
  };
}

/** @param {Where} where @param {string} file */
async function profile(where, file) {
  /** @type {Record<string, Record<string, number>>} */
  const shares = {};
  const watched = async (/** @type {string} */ name, /** @type {(where: Where) => Promise<unknown>} */ work) => {
    const target = join(folder, `${where.store}-${name}`);
    await work({ ...where, nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${target}`] });
    const found = await whereTimeGoes(target);
    shares[name] = found;
    const listed = Object.entries(found).map(([part, share]) => `${part} ${percent(share)}`);
    console.log(`${where.store} ${name}, main thread: ${listed.join(', ')}`);
  };
  await watched('import', (at) => ownWork(at, { work: 'import', file, messages, ...mailing, commit: 0 }));
  await watched('post', (at) => posted(at, { messages, ...mailing }));
  return shares;
}

/** @type {Record<string, object>} */
const results = {};
const file = await fileOf({ messages });
for (const store of /** @type {import('./product.mjs').StoreName[]} */ (values.stores.split(','))) {
  const server = store === 'mariadb' ? await startMariaDb({ bufferPool: '4G' }) : null;
  const where = { store, mariaDbUrl: server?.url ?? '' };
  try {
    const alone = async () =>
      importFigures(await ownWork(where, { work: 'import', file, messages, ...mailing, commit: 0 }));
    results[store] = {
      ...(parts.has('speed') && { speed: await speed(where, file) }),
      ...(parts.has('import') && { import: await alone() }),
      ...(parts.has('latency') && { latency: await latency(where) }),
      ...(parts.has('profile') && { profile: await profile(where, file) }),
    };
  } finally {
    await server?.remove();
  }
}
await rm(folder, { recursive: true });

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
const at = new Date().toISOString();
const report = { at, node: process.version, machine, messages, ...mailing, rounds, results };
const target = join(import.meta.dirname, 'results', `ingest-${messages}-${at.slice(0, 16).replace(/\D/g, '')}.json`);
await mkdir(join(import.meta.dirname, 'results'), { recursive: true });
await writeFile(target, `${JSON.stringify(report, null, 2)}\n`);
console.log(`Kept in ${target}`);
