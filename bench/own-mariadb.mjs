/* A MariaDB server of the benchmark's own, in a folder and on a port of its own, ended by its process. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort } from './product.mjs';

const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];
/** The server refuses to run as root unless it is told to. */
const AS_WHOM = process.getuid?.() === 0 ? ['--user=root'] : [];
const env = { ...process.env, PATH: [process.env.PATH, ...SYSTEM_FOLDERS].join(delimiter) };

/**
 * Starts one that is durable at each commit. `crash` kills it and starts it again on what is on disk; `keep` is a folder
 * in which it leaves its files.
 * @param {{ bufferPool: string, keep?: string | undefined }} options
 */
export async function startMariaDb({ bufferPool, keep }) {
  const folder = keep ? join(keep, 'mariadbd') : await mkdtemp(join(tmpdir(), 'tallysheet-bench-mariadb-'));
  const isThere = existsSync(folder);
  await mkdir(folder, { recursive: true });
  const data = `--datadir=${join(folder, 'data')}`;
  const files = [data, `--tmpdir=${folder}`, ...AS_WHOM];
  const fresh = ['--no-defaults', ...files, '--auth-root-authentication-method=normal', '--skip-test-db'];
  if (!keep || !isThere) await promisify(execFile)('mariadb-install-db', fresh, { env });
  const port = await freePort();
  const url = `mysql://root@127.0.0.1:${port}`;
  const flags = [
    '--no-defaults',
    ...files,
    `--socket=${join(folder, 's')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    `--innodb-buffer-pool-size=${bufferPool}`,
    '--innodb-log-file-size=1G',
    '--innodb-flush-log-at-trx-commit=1',
  ];
  const begin = () => spawn('mariadbd', flags, { stdio: 'ignore', env });
  let child = begin();
  const end = async () => {
    const ended = new Promise((settle) => child.once('close', settle));
    child.kill('SIGKILL');
    await ended;
  };
  const answers = async () => {
    for (const until = Date.now() + 120_000; Date.now() < until; await wait(50)) {
      const isThere = await createConnection({ uri: url }).then(
        (connection) => connection.end().then(() => true),
        () => false,
      );
      if (isThere) return;
      if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode} instead of starting.`);
    }
    throw new Error('mariadbd does not answer.');
  };
  let ready = answers();
  await ready;
  return {
    url,
    /** Resolves once it answers, anew after each crash. */
    ready: () => ready,
    crash: () => {
      ready = end().then(() => {
        child = begin();
        return answers();
      });
      return ready;
    },
    remove: async () => {
      await end();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
}
