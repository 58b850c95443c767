/* The messages and events of a store as DuckDB's own tables, for the reference queries. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as duck from '@duckdb/node-api';

const Sqlite = createRequire(import.meta.url)('better-sqlite3');
const PER_CHUNK = 2048;

const { INTEGER, BIGINT, VARCHAR } = duck;
/** Hashes are told apart by their first 8 bytes, which joins faster than the 16 would: to DuckDB's favour. */
const HASH = (/** @type {string} */ column) => `NULLIF(substr(hex(${column}), 1, 15), '')`;

/** Each table: the columns, their types, and how they are read. */
const TABLES = {
  message: {
    from: 'message WHERE workspace_id = 1 ORDER BY anchor_at',
    columns: {
      campaign_key: INTEGER,
      asset_key: INTEGER,
      person: BIGINT,
      audience: INTEGER,
      state: INTEGER,
      domain: VARCHAR,
      ...Object.fromEntries(
        [
          ...['anchor_at', 'sent_at', 'opened_at', 'clicked_at', 'unsubscribed_at', 'complained_at', 'forwarded_at'],
          ...['first_activity_at', 'last_activity_at'],
        ].map((column) => [column, BIGINT]),
      ),
      total_opens: INTEGER,
      total_clicks: INTEGER,
    },
  },
  event: {
    from: 'event WHERE workspace_id = 1',
    columns: {
      campaign_key: INTEGER,
      asset_key: INTEGER,
      person: BIGINT,
      kind: INTEGER,
      happened_at: BIGINT,
      link: BIGINT,
      domain: VARCHAR,
    },
  },
  smart_campaign: {
    from: 'smart_campaign WHERE workspace_id = 1',
    columns: { campaign_key: INTEGER, id: VARCHAR, name: VARCHAR, campaign_type: VARCHAR, program_id: VARCHAR },
  },
  asset: {
    from: 'asset WHERE workspace_id = 1',
    columns: {
      ...{ asset_key: INTEGER, id: VARCHAR, name: VARCHAR, program_id: VARCHAR, channel: VARCHAR, subject: VARCHAR },
      ...{ from_name: VARCHAR, open_tracking: INTEGER },
    },
  },
  program: { from: 'program WHERE workspace_id = 1', columns: { id: VARCHAR, name: VARCHAR, tags: VARCHAR } },
  link: { from: 'link WHERE workspace_id = 1', columns: { link: BIGINT, url: VARCHAR, label: VARCHAR } },
  attribute: { from: 'attribute WHERE workspace_id = 1', columns: { id: INTEGER, name: VARCHAR } },
  person_attribute: {
    from: 'person_attribute WHERE workspace_id = 1',
    columns: { person: BIGINT, attribute_id: INTEGER, text_value: VARCHAR },
  },
};

/** How a column is read where it is not read as it stands. */
const READ = { person: HASH('person_id'), link: HASH('link_id') };

/**
 * Opens DuckDB on a native file with all of it, made from the SQLite store if it is not there yet.
 * @param {string} folder the store's
 */
export async function openDuck(folder) {
  const file = join(folder, 'reference.duckdb');
  if (!existsSync(file)) await fill(folder, file);
  const instance = await duck.DuckDBInstance.create(file, { threads: String(cpus().length), access_mode: 'READ_ONLY' });
  return instance.connect();
}

/** @param {string} folder @param {string} file */
async function fill(folder, file) {
  const making = `${file}.making`;
  await rm(making, { force: true });
  const sqlite = new Sqlite(join(folder, 'tallysheet.sqlite'), { readonly: true });
  const instance = await duck.DuckDBInstance.create(making);
  const connection = await instance.connect();
  for (const [name, { from, columns }] of Object.entries(TABLES)) {
    const names = Object.keys(columns);
    const types = Object.values(columns);
    await connection.run(`CREATE TABLE ${name} (${names.map((column, at) => `${column} ${types[at]}`).join(', ')})`);
    const read = names.map((column) => `${READ[/** @type {'link'} */ (column)] ?? column} AS ${column}`).join(', ');
    const appender = await connection.createAppender(name);
    /** @type {unknown[][]} */
    let rows = [];
    const append = () => {
      if (rows.length === 0) return;
      const chunk = duck.DuckDBDataChunk.create(types);
      chunk.setRows(/** @type {any} */ (rows));
      appender.appendDataChunk(chunk);
      rows = [];
    };
    for (const row of sqlite.prepare(`SELECT ${read} FROM ${from}`).raw().iterate()) {
      rows.push(row.map((/** @type {any} */ value, /** @type {number} */ at) => typed(value, types[at])));
      if (rows.length === PER_CHUNK) append();
    }
    append();
    appender.closeSync();
  }
  connection.closeSync();
  instance.closeSync();
  sqlite.close();
  await rename(making, file);
}

/** @param {any} value @param {unknown} type */
function typed(value, type) {
  if (value === null || type !== BIGINT) return value;
  return typeof value === 'string' ? BigInt(`0x${value}`) : BigInt(value);
}
