import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { run } from '../run/programs.mjs';

const LOCAL = 'mysql://root@127.0.0.1:3306';
const FOLDERS = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
];

/**
 * A server to test on: its address, where it comes from, and how to leave it.
 * @typedef {{ url: string, from: string, stop: () => Promise<void> }} MariaDb
 */

/**
 * The MariaDB server to test on: the one TEST_DATABASE_URL names, else the one of this machine, else an installed one
 * started for this run on a throw-away folder. Throws with one clear line when there is none.
 * @returns {Promise<MariaDb>}
 */
export async function findMariaDb() {
  const stop = () => Promise.resolve();
  const named = process.env.TEST_DATABASE_URL;
  if (named) {
    const fault = await faultOf(named);
    if (fault === undefined) return { url: named, from: 'TEST_DATABASE_URL', stop };
    throw new Error(`The server that TEST_DATABASE_URL names does not answer: ${fault}.`);
  }
  if ((await faultOf(LOCAL)) === undefined) return { url: LOCAL, from: 'the server on 127.0.0.1:3306', stop };
  const server = program('mariadbd') ?? program('mysqld');
  const installer = program('mariadb-install-db');
  if (server === undefined || installer === undefined) {
    throw new Error('No MariaDB: no server on 127.0.0.1:3306 for root without password, and no mariadbd is installed.');
  }
  return start(server, installer);
}

/**
 * Why a server cannot be used, or undefined if it can.
 * @param {string} url
 */
async function faultOf(url) {
  try {
    const connection = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), connectTimeout: 5_000 });
    await connection.query('SELECT 1');
    await connection.end();
    return undefined;
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error);
    return message || code || 'no answer';
  }
}

/** @param {string} name */
function program(name) {
  return FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * @param {string} server
 * @param {string} installer
 * @returns {Promise<MariaDb>}
 */
async function start(server, installer) {
  const folder = await mkdtemp(join(tmpdir(), 'tallysheet-mariadb-'));
  const data = join(folder, 'data');
  const remove = () => rm(folder, { recursive: true, force: true });
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = await run([
    installer,
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${folder}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...user,
  ]);
  if (made.code !== 0) {
    await remove();
    throw new Error(`No MariaDB: ${installer} failed: ${made.output.trimEnd().split('\n').at(-1)}`);
  }
  const port = await freePort();
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      // A server clears its folder for temporary files at start: never that of another one.
      `--tmpdir=${folder}`,
      `--socket=${join(folder, 's')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-log-bin',
      // What is thrown away at the end need not survive a power cut.
      '--innodb-flush-log-at-trx-commit=0',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  // Without a listener a program that cannot be started would end this process.
  child.on('error', () => undefined);
  const ended = new Promise((settle) => child.once('close', settle));
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(forced);
    await remove();
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  for (let tries = 0; tries < 150 && child.exitCode === null; tries++) {
    if ((await faultOf(url)) === undefined) return { url, from: `${server} on a throw-away folder`, stop };
    await wait(200);
  }
  await stop();
  throw new Error(`No MariaDB: ${server} did not start on a throw-away folder.`);
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => probe.once('listening', settle));
  const address = probe.address();
  await new Promise((settle) => probe.close(settle));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
