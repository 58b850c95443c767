/* npm run bench: how fast events go in, against bare multi-row inserts of the same events in the same run. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeEvents } from './event-file.mjs';
import { grown } from './grown.mjs';
import { webhookLatency } from './latency.mjs';
import { median, ms, percent, quantile, times } from './numbers.mjs';
import { startMariaDb } from './own-mariadb.mjs';
import { emptyPlace } from './product.mjs';
import { whereTimeGoes } from './profile.mjs';
import { importFigures, speed } from './speed.mjs';
import { ownWork, posted } from './workers.mjs';

/** @typedef {import('./workers.mjs').Where} Where */

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '6' },
    stores: { type: 'string', default: 'sqlite,mariadb' },
    /** Which parts: `speed`, `import` (one import alone), `latency`, `profile`, `grown` (a store of each of the sizes). */
    parts: { type: 'string', default: 'speed,latency,profile' },
    /** How many messages the store of `grown` has at each of its steps. */
    sizes: { type: 'string', default: '1000000,10000000' },
    /** A folder in which the store of `grown` is left. */
    keep: { type: 'string' },
    /** Messages a mailing; by default as many as a workspace of this size has. */
    mailing: { type: 'string' },
    /** Events a transaction of the bare inserts; by default as many as the import takes on average. */
    commit: { type: 'string', default: '0' },
  },
});
const size = { messages: Number(values.messages), ...(values.mailing && { mailing: Number(values.mailing) }) };
const rounds = Number(values.rounds);
const commit = Number(values.commit);
const sizes = values.sizes.split(',').map(Number);
const parts = new Set(values.parts.split(','));
const folder = await mkdtemp(join(tmpdir(), 'tallysheet-bench-'));

/** @param {Where} where */
async function latency(where) {
  const one = { ...size, campaigns: 1, assets: 1 };
  const oneFile = await writeEvents(join(folder, 'one.ndjson'), one);
  const { idle, underImport, slices } = await webhookLatency(where, {
    work: 'import',
    file: oneFile,
    size: one,
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

/** @param {Where} where */
async function profile(where) {
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
  await watched('import', (at) => ownWork(at, { work: 'import', file, size, commit: 0 }));
  await watched('post', (at) => posted(at, size));
  return shares;
}

/** @param {Where} where */
async function growing(where) {
  const place = await emptyPlace(where.store, where.mariaDbUrl, values.keep && join(values.keep, where.store));
  try {
    return await grown(where, { place, folder, sizes, rounds, commit });
  } finally {
    if (!values.keep) await place.drop();
  }
}

/** @type {Record<string, object>} */
const results = {};
const needsFile = ['speed', 'import', 'profile'].some((part) => parts.has(part));
const file = needsFile ? await writeEvents(join(folder, 'all.ndjson'), size) : '';
for (const store of /** @type {import('./product.mjs').StoreName[]} */ (values.stores.split(','))) {
  const server = store === 'mariadb' ? await startMariaDb({ bufferPool: '4G', keep: values.keep }) : null;
  const where = { store, mariaDbUrl: server?.url ?? '' };
  const loadOf = () => Promise.resolve({ file, size });
  try {
    results[store] = {
      ...(parts.has('speed') && { speed: await speed(where, { rounds, commit, loadOf }) }),
      ...(parts.has('import') && {
        import: importFigures(await ownWork(where, { work: 'import', file, size, commit: 0 })),
      }),
      ...(parts.has('latency') && { latency: await latency(where) }),
      ...(parts.has('profile') && { profile: await profile(where) }),
      ...(parts.has('grown') && { grown: await growing(where) }),
    };
  } finally {
    await server?.remove();
  }
}
await rm(folder, { recursive: true });

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
const at = new Date().toISOString();
const report = { at, node: process.version, machine, ...size, rounds, results };
const name = needsFile || parts.has('latency') ? String(size.messages) : `grown-${Math.max(...sizes)}`;
const target = join(import.meta.dirname, 'results', `ingest-${name}-${at.slice(0, 16).replace(/\D/g, '')}.json`);
await mkdir(join(import.meta.dirname, 'results'), { recursive: true });
await writeFile(target, `${JSON.stringify(report, null, 2)}\n`);
console.log(`Kept in ${target}`);
