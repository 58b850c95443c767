import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TransactionOver, type SqlValue, type Transaction } from '../store';
import { packed, packedColumns } from './packed';

export interface Answer {
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

/** So many rows are work enough to wake the thread for. */
const MANY = 100;

/** One SQLite connection in a worker thread. Statements run one after the other, in the order of the calls. */
export class SqliteConnection {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { text: string; done: (answer: Answer) => void }>();
  private outbox: { id: number; text: string }[] = [];
  private nextId = 0;
  private ended = false;
  private failure: { message: string; code: string } | null = null;

  constructor(file: string, options: { readonly: boolean }) {
    this.worker = new Worker(workerFile(), {
      workerData: { file, ...options },
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    this.worker.on('message', (answers: Answer[]) => answers.forEach((answer) => this.answer(answer)));
    this.worker.on('error', (error) => this.failAll(error));
    this.worker.on('exit', () => {
      this.ended = true;
      this.failAll('The connection is closed');
    });
    this.worker.unref();
  }

  get busy(): boolean {
    return this.waiting.size > 0;
  }

  run<T>(text: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
    return this.ask<T>(text, { inTransaction: false, ...packed(parameters) });
  }

  /**
   * Runs `work` between `begin` and its end. Its statements fail once SQLite has undone it by itself, as on a full disk,
   * and once it is over: whatever of a work that failed still goes on must not write into the next transaction.
   */
  async transaction<T>(begin: () => Promise<unknown>, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    await begin();
    let isOver = false;
    const ask = <R>(text: string, request: () => object) => {
      if (isOver) return Promise.reject(new TransactionOver());
      return this.ask<R>(text, { inTransaction: true, ...request() });
    };
    const transaction: Transaction = {
      query: <R>(text: string, parameters: readonly SqlValue[] = []) => ask<R>(text, () => packed(parameters)),
      // The thread runs one short statement row by row, which it keeps prepared: no slower than one long statement.
      insert: async ({ table, columns, rows, suffix }) => {
        const marks = columns.map(() => '?').join(', ');
        const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ${suffix}`;
        const count = rows.length;
        const inserted = ask(text, () => ({ columns: packedColumns(columns.length, rows), count }));
        // The thread begins while the next rows are packed.
        if (count >= MANY) this.post();
        await inserted;
      },
    };
    try {
      const result = await work(transaction);
      isOver = true;
      await this.run('COMMIT');
      return result;
    } catch (error) {
      isOver = true;
      await this.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Once everything asked for is answered. The thread ends by itself: one stopped while it loads SQLite takes the
      whole process with it. */
  async close(): Promise<void> {
    if (this.ended) return;
    this.worker.ref();
    const end = new Promise((resolve) => this.worker.once('exit', resolve));
    this.post();
    this.worker.postMessage('close');
    await end;
  }

  private ask<T>(text: string, request: object): Promise<T[]> {
    return new Promise<T[]>((resolve, reject) => {
      if (this.failure) throw new SqliteError(this.failure.message, this.failure.code, text);
      const id = this.nextId++;
      const done = ({ rows, error }: Answer) =>
        error ? reject(new SqliteError(error.message, error.code, text)) : resolve(rows as T[]);
      this.waiting.set(id, { text, done });
      this.worker.ref();
      this.outbox.push({ id, text, ...request });
      if (this.outbox.length === 1) queueMicrotask(() => this.post());
    }).finally(() => {
      if (!this.busy) this.worker.unref();
    });
  }

  /** What is asked for at one moment goes in one message: waking the thread costs more than a short statement. */
  private post(): void {
    const requests = this.outbox;
    if (requests.length === 0) return;
    this.outbox = [];
    try {
      this.worker.postMessage(requests);
    } catch (error) {
      const { message } = error as Error;
      for (const { id } of requests) this.answer({ id, error: { message, code: 'SQLITE_WORKER' } });
    }
  }

  private answer(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    waiting?.done(answer);
  }

  private failAll(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const failure = (this.failure ??= { message, code: 'SQLITE_WORKER' });
    for (const [id, waiting] of this.waiting) waiting.done({ id, error: failure });
    this.waiting.clear();
  }
}

/** Built code runs the compiled worker; tests run its source, whose types Node strips. */
export function workerFile(): string {
  const built = join(__dirname, 'sqlite-worker.js');
  return existsSync(built) ? built : join(__dirname, 'sqlite-worker.ts');
}
