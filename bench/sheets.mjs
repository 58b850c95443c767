/* npm run bench:sheets: how long a sheet takes over HTTP, beside DuckDB behind the same server, in rotated rounds. */
import { deepStrictEqual } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, ms, spread, times } from './numbers.mjs';
import { startMariaDb } from './own-mariadb.mjs';
import { startServer } from './product.mjs';
import { rawSheetMs } from './raw-sheet.mjs';
import { ask, SHEETS } from './sheet-queries.mjs';

const { values } = parseArgs({
  options: {
    /** The folder in which `npm run bench -- --parts grown --keep <folder>` has left its stores. */
    kept: { type: 'string' },
    stores: { type: 'string', default: 'sqlite,mariadb' },
    rounds: { type: 'string', default: '6' },
    /** Calls of each sheet in a round, of which the median counts. */
    calls: { type: 'string', default: '5' },
    /** Also what peers run: the sheet of all time from raw events, on MariaDB. */
    raw: { type: 'boolean', default: false },
  },
});
if (!values.kept) throw new Error('Name the folder of the stores: --kept <folder>');
const kept = values.kept;
const rounds = Number(values.rounds);
const calls = Number(values.calls);
const stores = values.stores.split(',');

const mariaDb = stores.includes('mariadb') ? await startMariaDb({ bufferPool: '4G', keep: kept }) : null;
const own = { HOST: '127.0.0.1' };
const sqlite = { env: { ...own, DATA_DIR: join(kept, 'sqlite') } };
const mariaDbUrl = `${mariaDb?.url}/tallysheet_bench_kept`;
/** @type {Record<string, { url: string, stop: () => Promise<void> }>} */
const servers = {
  duckdb: await startServer(sqlite, [], join(import.meta.dirname, 'duck-server.mjs')),
  ...(stores.includes('sqlite') && { sqlite: await startServer(sqlite) }),
  ...(mariaDb && {
    mariadb: await startServer({ env: { ...own, DATA_DIR: join(kept, 'mariadb'), DATABASE_URL: mariaDbUrl } }),
  }),
};
const names = Object.keys(servers);

/** @param {string} name @param {object} query @returns {Promise<{ rows: unknown[], total: unknown }>} */
const sheetOf = async (name, query) => ask(servers[name]?.url ?? '', '/api/sheets', query);

/** @type {Record<string, Record<string, number[]>>} */
const took = {};
for (const [sheet, query] of Object.entries(SHEETS)) {
  const { rows, total } = await sheetOf('duckdb', query);
  for (const name of names) {
    const found = await sheetOf(name, query);
    deepStrictEqual({ rows: found.rows, total: found.total }, { rows, total }, `${name}: ${sheet}`);
  }
  console.log(`${sheet}: ${rows.length} rows, the same from ${names.join(', ')}`);
  /** @type {Record<string, number[]>} */
  const each = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names.map((_, index) => names[(index + round) % names.length])) {
      if (!name) continue;
      const some = [];
      for (let call = 0; call < calls; call += 1) {
        const start = performance.now();
        await sheetOf(name, query);
        some.push(performance.now() - start);
      }
      each[name]?.push(median(some));
    }
  }
  // The first round warms up.
  took[sheet] = Object.fromEntries(names.map((name) => [name, each[name]?.slice(1) ?? []]));
  for (const name of names) {
    const ratios = took[sheet][name]?.map((value, index) => value / (took[sheet]?.duckdb?.[index] ?? 1)) ?? [];
    console.log(`  ${name}: ${ms(median(took[sheet][name] ?? []))}, ${spread(ratios, times)} of DuckDB's time`);
  }
}
const raw = values.raw && mariaDb ? await rawSheetMs(mariaDbUrl) : null;
if (raw) {
  const ratio = raw / median(took['all columns, all time']?.mariadb ?? []);
  console.log(`raw events, all time, on MariaDB: ${ms(raw)}, ${times(ratio)} of what our sheet takes`);
}
for (const server of Object.values(servers)) await server.stop();
await mariaDb?.remove();

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
const at = new Date().toISOString();
const target = join(import.meta.dirname, 'results', `sheets-${at.slice(0, 16).replace(/\D/g, '')}.json`);
await mkdir(join(import.meta.dirname, 'results'), { recursive: true });
const report = { at, node: process.version, machine, rounds, calls, took, ...(raw && { raw }) };
await writeFile(target, `${JSON.stringify(report, null, 2)}\n`);
console.log(`Kept in ${target}`);
