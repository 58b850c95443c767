import type { Dialect } from './dialect';

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** Thrown by a transaction's work when what it was based on has changed: all of it is undone and runs again. */
export class RunAgain extends Error {}

/** One transaction in course. Statements run in the order they are asked for. */
export interface Transaction {
  query<T = SqlRow>(text: string, parameters?: readonly SqlValue[]): Promise<T[]>;
}

/**
 * The way to facts, tallies and reports. Both ports are asynchronous and never hold up the event loop.
 * Nest injects it by this class.
 */
export abstract class Store {
  abstract readonly dialect: Dialect;

  /** Reads in a snapshot of its own. Rejects with the signal's reason when it is aborted. */
  abstract query<T = SqlRow>(text: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<T[]>;

  /** Runs `work` as one unit: all of it or nothing. It may run again after a deadlock, so it must have no other effect. */
  abstract transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;

  /** Reads several times in one snapshot: all of it sees the store as it was at one moment. Writes nothing. */
  abstract snapshot<T>(work: (snapshot: Transaction) => Promise<T>): Promise<T>;

  abstract close(): Promise<void>;
}
