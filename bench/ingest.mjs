/* npm run bench: how fast events go in, against bare multi-row inserts of the same events in the same run. */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eventsOf } from './mailings.mjs';
import { emptyPlace, openProduct, product, startServer } from './product.mjs';

/** @typedef {import('./product.mjs').StoreName} StoreName */

const COMMIT = 5000;
const POSTED = 500;
const SENDERS = 8;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    stores: { type: 'string', default: 'sqlite,mariadb' },
  },
});
const messages = Number(values.messages);
const rounds = Number(values.rounds);
const stores = /** @type {StoreName[]} */ (values.stores.split(','));

const folder = await mkdtemp(join(tmpdir(), 'tallysheet-bench-'));
const file = join(folder, 'events.ndjson');
let count = 0;
await pipeline(
  Readable.from(
    (function* lines() {
      for (const event of eventsOf({ messages })) {
        count += 1;
        yield `${JSON.stringify(event)}\n`;
      }
    })(),
  ),
  createWriteStream(file),
);

/** Bare inserts of the same rows: same table, rows a statement, connection and commit size; nothing else. */
async function baseline(/** @type {StoreName} */ store) {
  const place = await emptyPlace(store);
  const { database, close } = await openProduct(place);
  const { incoming } = product('./ingest/incoming.js');
  const { insertRows } = product('./database/bulk.js');
  const columns = Object.keys(product('./database/facts/fact-tables.js').EVENT.columns);
  const own = { workspace_id: 1, source_id: 1, campaign_key: 1, asset_key: 1 };
  const now = Date.now();
  let taken = 0;
  /** @type {unknown[][]} */
  let rows = [];
  const flush = async () => {
    const start = performance.now();
    await database.store.transaction((/** @type {unknown} */ tx) => insertRows(tx, 'event', columns, rows));
    taken += performance.now() - start;
    rows = [];
  };
  let index = 0;
  for (const event of eventsOf({ messages })) {
    const row = { ...incoming(event, index++, now).columns, ...own };
    rows.push(columns.map((column) => row[column] ?? null));
    if (rows.length === COMMIT) await flush();
  }
  await flush();
  await close();
  await place.drop();
  return taken;
}

/** The product's own import of a file of canonical events. */
async function imported(/** @type {StoreName} */ store) {
  const place = await emptyPlace(store);
  const { get, close } = await openProduct(place);
  const { ImportService } = product('./imports/import.service.js');
  const { LOCAL_CTX } = product('./platform/workspace-id.js');
  const start = performance.now();
  const result = await get(ImportService).run(LOCAL_CTX, createReadStream(file), { format: 'events' });
  const taken = performance.now() - start;
  if (result.accepted !== count) throw new Error(`${result.accepted} of ${count} events were accepted.`);
  await close();
  await place.drop();
  return taken;
}

/** Calls of 500 events from 8 senders at once, to a server in a process of its own. */
async function posted(/** @type {StoreName} */ store) {
  const place = await emptyPlace(store);
  const server = await startServer(place);
  const bodies = bodiesOf();
  const start = performance.now();
  let accepted = 0;
  const sender = async () => {
    for (let next = bodies.next(); !next.done; next = bodies.next()) {
      const answer = await fetch(`${server.url}/api/events`, { method: 'POST', body: next.value });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
      accepted += /** @type {{ accepted: number }} */ (await answer.json()).accepted;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  const taken = performance.now() - start;
  if (accepted !== count) throw new Error(`${accepted} of ${count} events were accepted.`);
  await server.stop();
  await place.drop();
  return taken;
}

function* bodiesOf() {
  let batch = [];
  for (const event of eventsOf({ messages })) {
    batch.push(event);
    if (batch.length < POSTED) continue;
    yield JSON.stringify(batch);
    batch = [];
  }
  if (batch.length > 0) yield JSON.stringify(batch);
}

/** The most memory that a command-line import of the file takes, in MB. */
async function peakMemory(/** @type {StoreName} */ store) {
  const place = await emptyPlace(store);
  const cli = join(import.meta.dirname, '../dist/api/cli/main.js');
  const child = spawn(process.execPath, [cli, 'import', file, '--format', 'events'], {
    env: { ...process.env, ...place.env },
    stdio: 'ignore',
  });
  let peak = 0;
  while (child.exitCode === null) {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    await wait(50);
  }
  await place.drop();
  return Math.round(peak);
}

const VARIANTS = { baseline, import: imported, post: posted };
/** @typedef {keyof typeof VARIANTS} Variant */

const names = /** @type {Variant[]} */ (Object.keys(VARIANTS));
/** @type {Record<string, { ratios: Record<string, number[]>, perSecond: Record<string, number[]>, peakMb: number }>} */
const results = {};
for (const store of stores) {
  const perSecond = Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in turn: what comes first on a cold machine must not always be the same.
    for (const name of names.map((_, index) => names[(index + round) % names.length])) {
      const ms = await VARIANTS[/** @type {Variant} */ (name)](store);
      perSecond[/** @type {string} */ (name)]?.push(Math.round((count / ms) * 1000));
    }
    console.log(
      `${store} round ${round + 1}: ${names.map((name) => `${name} ${perSecond[name]?.at(-1)}/s`).join(', ')}`,
    );
  }
  // The first round warms up.
  const kept = Object.fromEntries(names.map((name) => [name, perSecond[name]?.slice(1) ?? []]));
  const ratios = Object.fromEntries(
    names
      .slice(1)
      .map((name) => [name, (kept[name] ?? []).map((speed, index) => speed / (kept.baseline?.[index] ?? 1))]),
  );
  results[store] = { ratios, perSecond: kept, peakMb: await peakMemory(store) };
}
await rm(folder, { recursive: true });

for (const [store, { ratios, peakMb }] of Object.entries(results)) {
  for (const [name, list] of Object.entries(ratios)) {
    const sorted = [...list].sort((a, b) => a - b);
    const percent = (/** @type {number | undefined} */ ratio) => `${Math.round((ratio ?? 0) * 100)} %`;
    const median = sorted[Math.floor(sorted.length / 2)];
    console.log(
      `${store} ${name}: ${percent(median)} of bare inserts (${percent(sorted[0])} to ${percent(sorted.at(-1))})`,
    );
  }
  console.log(`${store} import: at most ${peakMb} MB`);
}
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
const report = {
  at: new Date().toISOString(),
  node: process.version,
  machine,
  messages,
  events: count,
  rounds,
  results,
};
const target = join(
  import.meta.dirname,
  'results',
  `ingest-${messages}-${report.at.slice(0, 16).replace(/\D/g, '')}.json`,
);
await mkdir(join(import.meta.dirname, 'results'), { recursive: true });
await writeFile(target, `${JSON.stringify(report, null, 2)}\n`);
console.log(`Kept in ${target}`);
