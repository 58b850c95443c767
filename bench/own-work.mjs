/* One measured piece of work in a process of its own, told by its parent what to do; the parent is sent the result. */
import { createReadStream } from 'node:fs';
import { BARE } from './bare.mjs';
import { eventsOf } from './mailings.mjs';
import { openProduct, product } from './product.mjs';

/** @typedef {import('./product.mjs').Opened} Opened */
/** @typedef {import('./mailings.mjs').Size} Size */
/** `commit` is how many events a transaction of the bare inserts has. */
/** @typedef {{ work: 'baseline' | 'import', file: string, size: Size, commit: number }} Task */
/**
 * `progress` lists [rows read, ms since the start]; `slices` how long each transaction of facts took.
 * @typedef {{ ms: number, events: number, progress: [number, number][], slices: number[] }} Result
 */

/** Bare inserts of the same rows: same table, rows a statement, connection and commit size; nothing else. */
async function baseline(/** @type {Opened} */ { database }, /** @type {Task} */ { size, commit }) {
  const { incoming } = product('./ingest/incoming.js');
  const { insertRows } = product('./database/bulk.js');
  const { IpRanges } = product('@tallysheet/counting');
  const columns = Object.keys(product('./database/facts/fact-tables.js').EVENT.columns);
  const own = { workspace_id: 1, source_id: 1, campaign_key: BARE, asset_key: BARE };
  const now = Date.now();
  const result = { ms: 0, events: 0 };
  /** @type {unknown[][]} */
  let rows = [];
  const flush = async () => {
    const start = performance.now();
    await database.store.transaction((/** @type {unknown} */ tx) => insertRows(tx, 'event', columns, rows));
    result.ms += performance.now() - start;
    rows = [];
  };
  for (const event of eventsOf(size)) {
    const row = { ...incoming(event, result.events++, now, IpRanges.NONE).columns, ...own };
    rows.push(columns.map((column) => row[column] ?? null));
    if (rows.length === commit) await flush();
  }
  await flush();
  return result;
}

/** The product's own import of a file of canonical events. */
async function imported(/** @type {Opened} */ { get }, /** @type {Task} */ { file }) {
  const { ImportService } = product('./imports/import.service.js');
  const { LOCAL_CTX } = product('./platform/workspace-id.js');
  const start = performance.now();
  /** @type {[number, number][]} */
  const progress = [];
  const onProgress = (/** @type {{ rowsRead: number }} */ { rowsRead }) =>
    progress.push([rowsRead, performance.now() - start]);
  const run = await get(ImportService).run(LOCAL_CTX, createReadStream(file), { format: 'events', onProgress });
  if (run.accepted !== run.rowsRead) throw new Error(`${run.accepted} of ${run.rowsRead} events were accepted.`);
  return { ms: performance.now() - start, events: run.accepted, progress };
}

/** Times each transaction from the moment it has the store to its commit. */
function timeTransactions(/** @type {Opened} */ { database: { store } }) {
  /** @type {number[]} */
  const slices = [];
  const transaction = store.transaction.bind(store);
  store.transaction = async (/** @type {(tx: unknown) => Promise<unknown>} */ work) => {
    let start = 0;
    const result = await transaction((/** @type {unknown} */ tx) => {
      start = performance.now();
      return work(tx);
    });
    slices.push(performance.now() - start);
    return result;
  };
  return slices;
}

process.once('message', async (/** @type {Task} */ task) => {
  const opened = await openProduct({ env: /** @type {Record<string, string>} */ (process.env) });
  const slices = timeTransactions(opened);
  const result = await (task.work === 'baseline' ? baseline : imported)(opened, task);
  await opened.close();
  process.send?.({ progress: [], ...result, slices }, () => process.disconnect());
});
