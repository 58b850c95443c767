import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SqlValue } from '../store';

interface Answer {
  id: number;
  rows?: unknown[];
  error?: { message: string; code: string };
}

/** A failed statement, with its text, so that a wrong number or a broken query can be traced. */
export class SqliteError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly sql: string,
  ) {
    super(`${message}\n${sql}`);
  }
}

/** One SQLite connection in a worker thread. Statements run one after the other, in the order of the calls. */
export class SqliteConnection {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { text: string; done: (answer: Answer) => void }>();
  private nextId = 0;
  private failure: { message: string; code: string } | null = null;

  constructor(file: string, options: { readonly: boolean }) {
    this.worker = new Worker(workerFile(), {
      workerData: { file, ...options },
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    this.worker.on('message', (answer: Answer) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      waiting?.done(answer);
    });
    this.worker.on('error', (error) => this.failAll(error));
    this.worker.unref();
  }

  get busy(): boolean {
    return this.waiting.size > 0;
  }

  /** A statement that belongs to a transaction fails once SQLite has undone that by itself, as on a full disk. */
  run<T>(text: string, parameters: readonly SqlValue[] = [], place?: 'in transaction'): Promise<T[]> {
    return new Promise<T[]>((resolve, reject) => {
      if (this.failure) throw new SqliteError(this.failure.message, this.failure.code, text);
      const id = this.nextId++;
      const done = ({ rows, error }: Answer) =>
        error ? reject(new SqliteError(error.message, error.code, text)) : resolve(rows as T[]);
      this.waiting.set(id, { text, done });
      this.worker.ref();
      this.worker.postMessage({ id, text, inTransaction: place !== undefined, ...packed(parameters) });
    }).finally(() => {
      if (!this.busy) this.worker.unref();
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private failAll(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const failure = { message, code: 'SQLITE_WORKER' };
    this.failure = failure;
    for (const [id, waiting] of this.waiting) waiting.done({ id, error: failure });
    this.waiting.clear();
  }
}

/** Built code runs the compiled worker; tests run its source, whose types Node strips. */
function workerFile(): string {
  const built = join(__dirname, 'sqlite-worker.js');
  return existsSync(built) ? built : join(__dirname, 'sqlite-worker.ts');
}

/**
 * Byte values as strings of one character a byte, and where they stand: thousands of small byte arrays take far longer
 * to hand to a thread than strings do.
 */
function packed(parameters: readonly SqlValue[]): { parameters: (string | number | null)[]; bytesAt: number[] } {
  const bytesAt: number[] = [];
  const plain = parameters.map((value, at) => {
    if (!(value instanceof Uint8Array)) return value;
    bytesAt.push(at);
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  });
  return { parameters: plain, bytesAt };
}
