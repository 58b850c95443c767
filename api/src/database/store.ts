import type { Dialect } from './dialect';

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** Thrown by a transaction's work when what it was based on has changed: all of it is undone and runs again. */
export class RunAgain extends Error {}

/** What a transaction is asked for once it is over: whatever of a work that failed still goes on must not stand alone. */
export class TransactionOver extends Error {
  constructor() {
    super('The transaction is over');
  }
}

/** Rows for one table, each with a value for every column; `suffix` says what happens to a row that is there already. */
export interface NewRows {
  table: string;
  columns: readonly string[];
  rows: readonly (readonly SqlValue[])[];
  suffix: string;
}

/** Of reads that may take long: when they are given up, and what tells them apart from others. */
export interface Patience {
  signal: AbortSignal;
  about: string;
}

/** One transaction in course. Statements run in the order they are asked for. */
export interface Transaction {
  query<T = SqlRow>(text: string, parameters?: readonly SqlValue[]): Promise<T[]>;

  /** Stores rows in their order, in the way that is quickest for the store. `insertRows` keeps them to a good number. */
  insert(rows: NewRows): Promise<void>;
}

/**
 * The way to facts, tallies and reports. Both ports are asynchronous and never hold up the event loop.
 * Nest injects it by this class.
 */
export abstract class Store {
  abstract readonly dialect: Dialect;
  /** How long each transaction of a long stream may take, so that nobody who writes as well waits long for it. */
  abstract readonly sliceMs: number;

  /**
   * Reads in a snapshot of its own. When the signal is aborted it rejects with its reason, and the statement is ended in
   * the store. Reads that have a signal may take long: so many run at once that others find room beside them.
   */
  abstract query<T = SqlRow>(text: string, parameters?: readonly SqlValue[], signal?: AbortSignal): Promise<T[]>;

  /** Runs `work` as one unit: all of it or nothing. It may run again after a deadlock, so it must have no other effect. */
  abstract transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;

  /**
   * Reads several times in one snapshot: all of it sees the store as it was at one moment. Writes nothing. A signal does
   * what it does to `query`.
   */
  abstract snapshot<T>(work: (snapshot: Transaction) => Promise<T>, patience?: Patience): Promise<T>;

  /** Lets others write that wait for it, in other processes as well: for who writes for long, between two transactions. */
  abstract giveWay(): Promise<void>;

  abstract close(): Promise<void>;
}
