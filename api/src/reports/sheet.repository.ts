import { Injectable } from '@nestjs/common';
import { Store } from '../database/store';
import type { CompiledQuery } from './compile/sheet-query';
import type { SheetSqlRow } from './sheet-row';

/** Runs a sheet's SQL. */
@Injectable()
export class SheetRepository {
  constructor(private readonly store: Store) {}

  run({ text, parameters }: CompiledQuery, signal?: AbortSignal): Promise<SheetSqlRow[]> {
    return this.store.query<SheetSqlRow>(text, parameters, signal);
  }
}
