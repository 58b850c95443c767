import { Injectable } from '@nestjs/common';
import type { Ctx, RejectedRow } from '@tallysheet/contract';
import { attributeKey, readPeople, type AttributeColumn, type PersonRow } from '@tallysheet/sources';
import { RunAgain, Store, type Transaction } from '../database/store';
import type { IntakeReport } from '../ingest/intake.service';
import { AttributeRepository } from './attribute.repository';
import { fitRows } from './fit-rows';
import { PeopleRepository } from './people.repository';

const ROWS_PER_BATCH = 10_000;
/** Files may have many columns, or long cells: these fill a batch as well. */
const CELLS_PER_BATCH = 100_000;
const CHARACTERS_PER_BATCH = 10_000_000;

export type PeopleReport = Omit<IntakeReport, 'rejected'> & { rejected: RejectedRow[] };

export interface PeopleIntakeOptions {
  mapping?: Record<string, string>;
  dryRun?: boolean;
  onHeader?: (line: string) => void;
  onReport: (report: PeopleReport) => Promise<void>;
}

/** Thrown to undo a trial run; never seen outside. */
class TrialOver extends Error {
  constructor(readonly rejected: RejectedRow[]) {
    super('trial over');
  }
}

/** Takes in tables of people, of any length, with the memory of one batch. */
@Injectable()
export class PeopleIntakeService {
  constructor(private readonly store: Store) {}

  /**
   * Stores the people of a table and what it says of them, batch by batch, and reports each one once it is on disk. An
   * empty cell leaves what is known as it is; of two values the later one stays. Throws what `readPeople` throws, and
   * `too-many-attributes`.
   */
  async take(ctx: Ctx, text: AsyncIterable<string>, options: PeopleIntakeOptions): Promise<void> {
    const { attributes, rows } = await readPeople(text, options);
    let batch: PersonRow[] = [];
    let characters = 0;
    const flush = async () => {
      const full = batch;
      batch = [];
      characters = 0;
      const rejected = await this.write(ctx, attributes, full, options.dryRun ?? false);
      const accepted = full.length - rejected.length;
      await options.onReport({ rowsRead: full.length, accepted, duplicates: 0, rejected, passedOver: new Map() });
    };
    const rowsPerBatch = Math.min(ROWS_PER_BATCH, Math.ceil(CELLS_PER_BATCH / Math.max(1, attributes.length)));
    try {
      for await (const row of rows) {
        batch.push(row);
        characters += row.raw.length;
        if (batch.length >= rowsPerBatch || characters >= CHARACTERS_PER_BATCH) await flush();
      }
    } finally {
      if (batch.length > 0) await flush();
    }
  }

  /** Stores the rows in one transaction and answers those that cannot be used. */
  private async write(
    ctx: Ctx,
    columns: readonly AttributeColumn[],
    rows: readonly PersonRow[],
    dryRun: boolean,
  ): Promise<RejectedRow[]> {
    try {
      return await this.store.transaction(async (transaction) => {
        const rejected = await this.takeIn(transaction, ctx, columns, rows);
        if (dryRun) throw new TrialOver(rejected);
        return rejected;
      });
    } catch (error) {
      if (error instanceof TrialOver) return error.rejected;
      throw error;
    }
  }

  private async takeIn(
    transaction: Transaction,
    { workspaceId }: Ctx,
    columns: readonly AttributeColumn[],
    rows: readonly PersonRow[],
  ): Promise<RejectedRow[]> {
    const { dialect } = this.store;
    const attributes = new AttributeRepository(transaction, dialect, workspaceId);
    const keys = columns.map(({ name }) => attributeKey(name));
    const known = await attributes.hold(keys);
    const types = columns.map(({ type }, at) => known.get(keys[at]!)?.type ?? type);
    const { fitting, rejected } = fitRows(rows, columns, types);
    if (fitting.length === 0) return rejected;

    // An attribute is made by its first value: a column that is always empty says nothing of its type.
    const fresh = columns
      .map(({ name }, at) => ({ name, at, type: types[at] ?? ('text' as const) }))
      .filter(({ at }) => !known.has(keys[at]!) && fitting.some(({ values }) => values[at]));
    if (fresh.length > 0) {
      for (const [key, made] of await attributes.create(fresh)) known.set(key, made);
      const other = fresh.some(({ at, type }) => known.get(keys[at]!)?.type !== type);
      if (other) throw new RunAgain('Another import has given an attribute another type');
    }
    const people = new PeopleRepository(transaction, dialect, workspaceId);
    const ids = keys.map((key) => known.get(key)?.id ?? null);
    await people.write(fitting, ids);
    await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    return rejected;
  }
}
