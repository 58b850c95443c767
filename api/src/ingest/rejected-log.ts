import { Injectable } from '@nestjs/common';
import type { Ctx, RejectedRow } from '@tallysheet/contract';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
import { RejectedEvent } from '../database/entities/rejected-event.entity';
import { Store } from '../database/store';
import { NamesRepository } from './names.repository';
import { noteActivity } from './source-activity';

const ROWS_PER_INSERT = 100;
const FIELD_LENGTH = 64;

/** Where rejected rows come from. */
export interface RejectedFrom {
  workspaceId: number;
  source: string;
  format: string;
  /** What an import that is only tried could not use. */
  trial: 0 | 1;
  importId: string | null;
}

/** Keeps every row and event that could not be used, as it came. */
@Injectable()
export class RejectedLog {
  constructor(
    private readonly database: Database,
    private readonly store: Store,
  ) {}

  /** Keeps what came over the API (`format` is `events`) or a webhook (a provider). */
  async keep(
    ctx: Ctx,
    { source, format }: { source: string; format: string },
    rows: readonly RejectedRow[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const from = { workspaceId: ctx.workspaceId, source, format, trial: 0 as const, importId: null };
    await this.database.write((manager) => insertRejected(manager, from, rows));
    await this.count(ctx.workspaceId, source, rows.length);
  }

  /** Notes under a source how many of its rows could not be used. */
  async count(workspaceId: number, source: string, rejected: number): Promise<void> {
    if (rejected === 0) return;
    const { dialect } = this.store;
    await this.store.transaction(async (transaction) => {
      const sourceId = await new NamesRepository(transaction, dialect, workspaceId).source(source);
      await noteActivity(transaction, dialect, { workspaceId, sourceId }, { accepted: 0, duplicates: 0, rejected });
    });
  }
}

/** Adds rejected rows within a transaction of the caller's. */
export async function insertRejected(
  manager: EntityManager,
  from: RejectedFrom,
  rows: readonly RejectedRow[],
): Promise<void> {
  const createdAt = Date.now();
  const records = rows.map(({ line, code, field, detail, raw }) => {
    return { ...from, line, code, field: field && field.slice(0, FIELD_LENGTH), detail, raw, createdAt };
  });
  for (let at = 0; at < records.length; at += ROWS_PER_INSERT) {
    await manager.insert(RejectedEvent, records.slice(at, at + ROWS_PER_INSERT));
  }
}
