/* node bench/faults.mjs: every event is sent many times to two servers while they and their MariaDB are killed; then
   each event must be there once, and `verify` must find nothing. Ends with 1 when it is not so. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { eventsOf, randomNumbers } from './mailings.mjs';
import { startMariaDb } from './own-mariadb.mjs';
import { emptyPlace, product, startServer } from './product.mjs';

/** @typedef {import('./mailings.mjs').CanonicalEvent} CanonicalEvent */
/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const CONNECTIONS = 4;
const LARGEST_BATCH = 1000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    times: { type: 'string', default: '50' },
    /** What is killed: `server`, `database`, or both in turn. */
    kill: { type: 'string', default: 'server,database' },
    /** Seconds between two kills, on average. */
    every: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
});
const random = randomNumbers(Number(values.seed));
const victims = values.kill.split(',');

/** Every event so many times, in no order, cut anywhere. @param {readonly CanonicalEvent[]} events */
function batchesOf(events) {
  const told = Array.from({ length: Number(values.times) }, () => events).flat();
  for (let last = told.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [told[last], told[other]] = [
      /** @type {CanonicalEvent} */ (told[other]),
      /** @type {CanonicalEvent} */ (told[last]),
    ];
  }
  const batches = [];
  for (let from = 0; from < told.length;) {
    const size = 1 + Math.floor(random() * LARGEST_BATCH);
    batches.push(told.slice(from, from + size));
    from += size;
  }
  return batches;
}

const events = [...eventsOf({ messages: Number(values.messages), seed: Number(values.seed), campaigns: 3, assets: 5 })];
const batches = batchesOf(events);
const database = await startMariaDb({ bufferPool: '256M' });
const place = await emptyPlace('mariadb', database.url);
/** Each is there, or being started again. @type {Promise<Server>[]} */
const servers = [startServer(place), startServer(place)];
await Promise.all(servers);

const counts = { calls: 0, lost: 0, refused: 0, accepted: 0, duplicates: 0, serverKills: 0, databaseKills: 0 };
/** The ids of all events that some answer of 200 has vouched for. @type {Set<string>} */
const acknowledged = new Set();

/** One call; answers whether it was acknowledged. @param {number} turn @param {CanonicalEvent[]} batch */
async function isTaken(turn, batch) {
  const { url } = await /** @type {Promise<Server>} */ (servers[turn % servers.length]);
  counts.calls += 1;
  try {
    const answer = await fetch(`${url}/api/events`, { method: 'POST', body: JSON.stringify(batch) });
    const body = /** @type {{ accepted: number, duplicates: number }} */ (await answer.json());
    if (answer.status !== 200) {
      counts.refused += 1;
      return false;
    }
    if (body.accepted + body.duplicates !== batch.length)
      throw new Error(`Not all were taken: ${JSON.stringify(body)}`);
    counts.accepted += body.accepted;
    counts.duplicates += body.duplicates;
    for (const { id } of batch) acknowledged.add(id);
    return true;
  } catch (error) {
    if (/Not all/.test(String(error))) throw error;
    counts.lost += 1;
    return false;
  }
}

const queue = [...batches.entries()];
let isDone = false;
const connection = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [place, batch] = next;
    for (let tries = 0; !(await isTaken(place + tries, batch)); tries += 1) await wait(100);
  }
};

/** Kills at random moments until all is sent. */
const killing = async () => {
  for (let turn = 0; !isDone; turn += 1) {
    for (const end = Date.now() + random() * 2000 * Number(values.every); !isDone && Date.now() < end;) await wait(20);
    if (isDone) return;
    if (victims[turn % victims.length] === 'database') {
      counts.databaseKills += 1;
      await database.crash();
    } else {
      const victim = Math.floor(random() * servers.length);
      counts.serverKills += 1;
      servers[victim] = /** @type {Promise<Server>} */ (servers[victim])
        .then((server) => server.stop('SIGKILL'))
        .then(() => restarted());
      await servers[victim];
    }
  }
};

/** A server comes up once its database does. @returns {Promise<Server>} */
async function restarted() {
  await database.ready();
  return startServer(place).catch(() => restarted());
}

const start = performance.now();
const sending = Promise.all(Array.from({ length: CONNECTIONS }, connection)).finally(() => (isDone = true));
await Promise.all([sending, killing()]);
await database.ready();
console.log(`${Math.round((performance.now() - start) / 1000)} s: ${JSON.stringify(counts)}`);
await Promise.all(servers.map(async (server) => (await server).stop()));

const { idHash } = product('./ingest/event-hash.js');
/** Hex of an id as the store keeps it. @param {string} id */
const keyOf = (id) => idHash(id).toString('hex');
const connectionToAll = await createConnection({ uri: place.env.DATABASE_URL });
const [rows] = await connectionToAll.query('SELECT LOWER(HEX(event_hash)) AS hash FROM event');
await connectionToAll.end();
const stored = /** @type {{ hash: string }[]} */ (rows).map((row) => row.hash);
const kept = new Set(stored);
const missing = [...acknowledged].filter((id) => !kept.has(keyOf(id)));
const repeated = stored.length - kept.size;

const cli = join(import.meta.dirname, '../dist/api/cli/main.js');
const env = { ...process.env, ...place.env };
const verify = await promisify(execFile)(process.execPath, [cli, 'verify'], { env }).catch((error) => error);
console.log(String(verify.stdout).trim());
await place.drop();
await database.remove();

const isRight =
  missing.length === 0 && repeated === 0 && stored.length === events.length && acknowledged.size === events.length;
console.log(
  `${events.length} events sent ${values.times} times: ${stored.length} stored, ${missing.length} acknowledged and ` +
    `missing, ${repeated} stored twice; ${isRight && !verify.code ? 'as it must be' : 'NOT as it must be'}`,
);
process.exitCode = isRight && !verify.code ? 0 : 1;
