import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestPlace } from '@tallysheet/testing';

const ROOT = resolve(__dirname, '../../..');

/** The API as it is shipped, built beside the sources into a folder of its own, to be run as a process. */
export class BuiltApi {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<BuiltApi> {
    const folder = await mkdtemp(join(tmpdir(), 'tallysheet-built-'));
    for (const part of ['api', 'libs', 'node_modules']) await symlink(join(ROOT, part), join(folder, part));
    await promisify(execFile)(process.execPath, [join(ROOT, 'tools/build-api.mjs')], { cwd: folder });
    return new BuiltApi(folder);
  }

  /** Starts a command of `npm run tallysheet -- …` on the data in a folder. */
  command(dataDir: string, ...args: string[]): Running {
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
    const main = join(this.folder, 'dist/api/cli/main.js');
    return new Running(spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Starts the server on a free port; it says which once it listens. */
  server({ dataDir, databaseUrl }: TestPlace): Running {
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', PORT: '0' };
    const main = join(this.folder, 'dist/api/main.js');
    return new Running(spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** A process that was started, and everything it has said. */
export class Running {
  output = '';
  /** Its exit code, or null when it was ended by a signal. */
  readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((settle) => child.once('close', settle));
  }

  /** Asks it to end, as a supervisor does, and answers its exit code. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
