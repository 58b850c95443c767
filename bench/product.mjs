/* The built product, as the benchmarks use it: a fresh store, its services, or a whole server. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const MAIN = join(import.meta.dirname, '../dist/api/main.js');
if (!existsSync(MAIN)) throw new Error('There is no built server: run "npm run build" first.');
/** @type {(name: string) => any} */
export const product = createRequire(MAIN);
product('reflect-metadata');

/** @typedef {'sqlite' | 'mariadb'} StoreName */
/** @typedef {{ env: Record<string, string>, drop: () => Promise<void> }} Place */

/**
 * An empty folder, or an empty database of this server.
 * @param {StoreName} store
 * @param {string} mariaDbUrl
 * @param {string} [kept] a folder that is to be found again
 * @returns {Promise<Place>}
 */
export async function emptyPlace(store, mariaDbUrl, kept) {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'tallysheet-bench-')));
  await mkdir(folder, { recursive: true });
  const dropFolder = () => rm(folder, { recursive: true, force: true });
  if (store === 'sqlite') return { env: { DATA_DIR: folder, HOST: '127.0.0.1' }, drop: dropFolder };
  const name = `tallysheet_bench_${kept ? 'kept' : randomBytes(4).toString('hex')}`;
  const run = async (/** @type {string} */ text) => {
    const connection = await createConnection({ uri: mariaDbUrl });
    await connection.query(text);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = Object.assign(new URL(mariaDbUrl), { pathname: `/${name}` }).href;
  return {
    env: { DATA_DIR: folder, HOST: '127.0.0.1', DATABASE_URL: url },
    drop: async () => {
      await run(`DROP DATABASE ${name}`);
      await dropFolder();
    },
  };
}

/** @typedef {{ database: any, get: (type: any) => any, close: () => Promise<void> }} Opened */

/**
 * The opened product without its HTTP server.
 * @param {Pick<Place, 'env'>} place
 * @returns {Promise<Opened>}
 */
export async function openProduct({ env }) {
  const { NestFactory } = product('@nestjs/core');
  const { AppModule } = product('./app.module.js');
  const { createLog, openDatabase } = product('./platform/bootstrap.js');
  const config = product('./platform/config.js').readConfig(env);
  const database = await openDatabase(config);
  const module = AppModule.with(config, database, createLog(config));
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  return {
    database,
    get: (/** @type {any} */ type) => app.get(type),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

/** A port that nobody listens on. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => probe.once('listening', settle));
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  await new Promise((settle) => probe.close(settle));
  return port;
}

/**
 * A server process of its own, on a store that the demo stays out of.
 * @param {Pick<Place, 'env'>} place
 * @param {string[]} [nodeFlags]
 * @param {string} [main] what runs: the product, unless told otherwise
 */
export async function startServer(place, nodeFlags = [], main = MAIN) {
  const { database, close } = await openProduct(place);
  await database.store.transaction((/** @type {any} */ transaction) =>
    transaction.query("UPDATE workspace SET demo_state = 'cleared'"),
  );
  await close();
  const { env } = place;
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: { ...process.env, ...env, PORT: String(port), ADMIN_TOKEN: '' },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server did not start.');
    if ((await fetch(`${url}/api/health`).catch(() => undefined))?.ok) break;
    await wait(100);
  }
  return {
    url,
    stop: async (/** @type {NodeJS.Signals} */ signal = 'SIGTERM') => {
      const ended = new Promise((settle) => child.once('exit', settle));
      child.kill(signal);
      await ended;
    },
  };
}
