import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { until } from './until';

const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];
const PATIENCE_MS = 60_000;

/** A MariaDB server of a test's own, on a throw-away folder, so that it may be killed. */
export class OwnMariaDb {
  /** Resolves when the server answers; anew after each crash. */
  ready: Promise<void>;
  private child: ChildProcess;
  private ended: Promise<unknown>;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.child = this.spawn();
    this.ended = endOf(this.child);
    this.ready = this.answers();
    this.ready.catch(() => undefined);
  }

  /** Whether a server is installed here that can be started. */
  static isInstalled(): boolean {
    return program('mariadbd') !== undefined && program('mariadb-install-db') !== undefined;
  }

  static async start(): Promise<OwnMariaDb> {
    const folder = await mkdtemp(join(tmpdir(), 'tallysheet-mariadb-'));
    await promisify(execFile)(program('mariadb-install-db')!, [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      `--tmpdir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asWhom(),
    ]);
    const server = new OwnMariaDb(folder, await freePort());
    try {
      await server.ready;
    } catch (error) {
      await server.remove();
      throw error;
    }
    return server;
  }

  /** Its address, without a database. */
  get url(): string {
    return `mysql://root@127.0.0.1:${this.port}`;
  }

  /** Kills it in the middle of what it does, and starts it again on what is on disk. */
  crash(): Promise<void> {
    this.child.kill('SIGKILL');
    this.ready = this.ended.then(() => {
      this.child = this.spawn();
      this.ended = endOf(this.child);
      return this.answers();
    });
    return this.ready;
  }

  async remove(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  private spawn(): ChildProcess {
    const flags = [
      '--no-defaults',
      `--datadir=${join(this.folder, 'data')}`,
      // A server clears its folder for temporary files at start: never that of another one.
      `--tmpdir=${this.folder}`,
      `--socket=${join(this.folder, 's')}`,
      `--port=${this.port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      '--innodb-buffer-pool-size=32M',
      // Each commit is handed to the system, which outlives the server; only a power cut would need a flush.
      '--innodb-flush-log-at-trx-commit=2',
      ...asWhom(),
    ];
    return spawn(program('mariadbd')!, flags, { stdio: 'ignore' });
  }

  private async answers(): Promise<void> {
    const { child } = this;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode} instead of starting`);
      return createConnection({ uri: this.url, connectTimeout: 5_000 }).then(
        async (connection) => {
          await connection.end();
          return true;
        },
        () => false,
      );
    }, PATIENCE_MS);
  }
}

function program(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The server refuses to run as root unless it is told to. */
function asWhom(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

function endOf(child: ChildProcess): Promise<unknown> {
  return new Promise((settle) => child.once('close', settle).once('error', settle));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((settle) => probe.once('listening', settle));
  const { port } = probe.address() as AddressInfo;
  await new Promise((settle) => probe.close(settle));
  return port;
}
