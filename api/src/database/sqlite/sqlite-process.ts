import { fork, type ChildProcess } from 'node:child_process';
import type { SqlValue, Transaction } from '../store';
import { packed } from './packed';
import { SqliteError, workerFile, type Answer } from './sqlite-connection';

/**
 * One reading SQLite connection in a process of its own. A thread cannot be stopped in the middle of a statement; a
 * process can, and as it only reads, nothing is lost with it.
 */
export class SqliteProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private nextId = 0;
  /** Whether it can be asked no more. */
  hasEnded = false;

  constructor(file: string) {
    this.child = fork(workerFile(), [JSON.stringify({ file, readonly: true })], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    this.child.on('message', (answers: Answer[]) => answers.forEach((answer) => this.answer(answer)));
    this.child.on('error', () => this.end());
    this.child.once('exit', () => this.end());
    this.rest();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Reads several times in one snapshot. */
  async snapshot<T>(work: (snapshot: Transaction) => Promise<T>): Promise<T> {
    await this.run('BEGIN');
    try {
      return await work(this.reading);
    } finally {
      await this.run('COMMIT');
    }
  }

  private readonly reading: Transaction = {
    query: (text, parameters = []) => this.ask(text, parameters, true),
    insert: () => Promise.reject(new Error('This connection only reads')),
  };

  run<T>(text: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
    return this.ask<T>(text, parameters, false);
  }

  /** Ends it at once, whatever it does. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise((settle) => this.child.once('exit', settle));
    this.child.ref();
    this.child.kill('SIGKILL');
    await ended;
  }

  private ask<T>(text: string, parameters: readonly SqlValue[], inTransaction: boolean): Promise<T[]> {
    return new Promise<T[]>((resolve, reject) => {
      if (this.hasEnded) throw new SqliteError('The connection is closed', 'SQLITE_PROCESS', text);
      const id = this.nextId++;
      this.waiting.set(id, ({ rows, error }) =>
        error ? reject(new SqliteError(error.message, error.code, text)) : resolve(rows as T[]),
      );
      this.child.ref();
      this.child.channel?.ref();
      this.child.send([{ id, text, inTransaction, ...packed(parameters) }], (failure) => {
        if (failure) this.answer({ id, error: { message: failure.message, code: 'SQLITE_PROCESS' } });
      });
    });
  }

  private answer(answer: Answer): void {
    const done = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.rest();
    done?.(answer);
  }

  /** It does not keep the program alive while nobody waits for it. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private end(): void {
    this.hasEnded = true;
    const error = { message: 'The connection is closed', code: 'SQLITE_PROCESS' };
    for (const [id, done] of this.waiting) done({ id, error });
    this.waiting.clear();
  }
}
