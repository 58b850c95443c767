import { Injectable } from '@nestjs/common';
import type { Dialect } from '../database/dialect';
import { Store, type Patience, type Transaction } from '../database/store';
import { compileSheet } from './compile/compile-sheet';
import type { CompiledQuery, SheetQuery } from './compile/sheet-query';
import { leafOf, type PairLeaf, type SheetSqlRow } from './sheet-row';

/** Runs a sheet's SQL. */
@Injectable()
export class SheetRepository {
  constructor(private readonly store: Store) {}

  get dialect(): Dialect {
    return this.store.dialect;
  }

  /** In a snapshot of its own, unless one is given. */
  run({ text, parameters }: CompiledQuery, signal?: AbortSignal, snapshot?: Transaction): Promise<SheetSqlRow[]> {
    if (snapshot) return snapshot.query<SheetSqlRow>(text, parameters);
    return this.store.query<SheetSqlRow>(text, parameters, signal);
  }

  /** One for each campaign × asset in which anything counts, and each local time that the query asks for. */
  async leaves(query: SheetQuery, signal?: AbortSignal, snapshot?: Transaction): Promise<PairLeaf[]> {
    if (query.frame.length === 0) return [];
    const rows = await this.run(
      compileSheet(query, (table) => this.dialect.byKey(table)),
      signal,
      snapshot,
    );
    return rows.map((row) => leafOf(row, query));
  }

  /** Whatever `work` reads is of one moment. */
  inSnapshot<T>(work: (snapshot: Transaction, dialect: Dialect) => Promise<T>, patience?: Patience): Promise<T> {
    return this.store.snapshot((snapshot) => work(snapshot, this.store.dialect), patience);
  }
}
