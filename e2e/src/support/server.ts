import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { throwAwayDatabase } from './mariadb';

export type StoreKind = 'sqlite' | 'mariadb';

/** A running server that the browser can talk to. */
export interface Server {
  baseUrl: string;
  dataDir: string;
  /** The environment it runs in: with it the command line works on the same data. */
  env: NodeJS.ProcessEnv;
  /** What it has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

const ROOT = resolve(__dirname, '../../..');
const MAIN = join(ROOT, 'dist/api/main.js');
const READY_MS = 90_000;
const STOP_MS = 15_000;

/** Starts the built server on a free port with a throw-away data folder or database, and waits until it is well. */
export async function startServer({ store, env = {} }: { store: StoreKind; env?: NodeJS.ProcessEnv }): Promise<Server> {
  if (!existsSync(MAIN)) throw new Error('There is no built server: run "npm run build" first.');
  const dataDir = await mkdtemp(join(tmpdir(), 'tallysheet-e2e-'));
  const database =
    store === 'mariadb' ? await throwAwayDatabase(`tallysheet_e2e_${randomBytes(4).toString('hex')}`) : null;
  const port = await freePort();
  const serverEnv = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database?.url,
    ADMIN_TOKEN: undefined,
    ...env,
  };
  const child = spawn(process.execPath, [MAIN], { cwd: ROOT, env: serverEnv, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const server: Server = {
    baseUrl: `http://127.0.0.1:${port}`,
    dataDir,
    env: serverEnv,
    output: () => output,
    stop: async () => {
      await end(child);
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await untilWell(server, child);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function untilWell({ baseUrl, output }: Server, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`The server was not well within ${READY_MS / 1000} seconds:\n${output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(forced);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => probe.once('listening', settle));
  const address = probe.address();
  await new Promise((settle) => probe.close(settle));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
