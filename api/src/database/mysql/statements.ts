import type { PoolConnection } from 'mysql2/promise';
import { TransactionOver, type NewRows, type SqlValue, type Transaction } from '../store';
import { insertText } from './insert-text';

interface Statement {
  text: string;
  settle: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}

/** So many characters go in one message, unless one statement alone is longer: servers take 16 MB by default. */
const CHARACTERS_TOGETHER = 1_000_000;

/**
 * The statements of one transaction. They are written out when they are asked for and run in that order; those that wait
 * while the server works go together in one message. None runs after one that failed: the server may have undone the
 * whole transaction by then, and what follows would stand alone.
 */
export class Statements implements Transaction {
  private waiting: Statement[] = [];
  private work: Promise<void> | null = null;
  private failure: Error | null = null;

  /** The connection must allow several statements in one message. */
  constructor(private readonly connection: PoolConnection) {}

  query<T>(text: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
    return this.ask<T>(this.connection.format(text, parameters));
  }

  async insert(rows: NewRows): Promise<void> {
    await this.ask(insertText(rows, (value) => this.connection.escape(value)));
  }

  /** Waits for what is under way. Whatever waits behind it, or is asked for later, fails. */
  async end(): Promise<void> {
    this.stop(new TransactionOver());
    await this.work;
  }

  private ask<T>(text: string): Promise<T[]> {
    return new Promise((settle, fail) => {
      if (this.failure !== null) return fail(this.failure);
      this.waiting.push({ text, settle: settle as Statement['settle'], fail });
      this.work ??= this.run();
    });
  }

  private async run(): Promise<void> {
    // Whatever is asked for at the same moment goes together.
    await Promise.resolve();
    for (let together = this.next(); together.length > 0; together = this.next()) {
      try {
        const results = await this.send(together);
        together.forEach(({ settle }, index) => settle(results[index]!));
      } catch (error) {
        this.stop(error as Error);
        for (const { fail } of together) fail(this.failure);
      }
    }
    this.work = null;
  }

  /** As many of those that wait as go together; at least one. */
  private next(): Statement[] {
    let characters = 0;
    const end = this.waiting.findIndex(({ text }) => (characters += text.length) > CHARACTERS_TOGETHER);
    return this.waiting.splice(0, end < 0 ? this.waiting.length : Math.max(1, end));
  }

  private async send(together: readonly Statement[]): Promise<unknown[][]> {
    const [answer] = await this.connection.query(together.map(({ text }) => text).join(';\n'));
    const results = together.length === 1 ? [answer] : (answer as unknown[]);
    return results.map((rows) => (Array.isArray(rows) ? (rows as unknown[]) : []));
  }

  private stop(reason: Error): void {
    this.failure ??= reason;
    const waiting = this.waiting;
    this.waiting = [];
    for (const { fail } of waiting) fail(this.failure);
  }
}
