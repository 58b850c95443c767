import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type RejectedEntry,
  type RejectedPage,
  type RejectedQuery,
} from '@tallysheet/contract';
import { In, LessThan, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Database } from '../database/database';
import { ImportRun } from '../database/entities/import-run.entity';
import { RejectedEvent } from '../database/entities/rejected-event.entity';
import { isRetryable } from './read-again';

const PER_PAGE = 100;

/** A rejected row with the import that it came from. */
export interface RejectedWithRun {
  row: RejectedEvent;
  run: ImportRun | null;
}

/** Everything that was sent and could not be used. */
@Injectable()
export class RejectedService {
  constructor(private readonly database: Database) {}

  async page(ctx: Ctx, { source, before }: RejectedQuery): Promise<RejectedPage> {
    const where = this.where(ctx, source);
    const [found, total] = await Promise.all([
      this.rows.find({
        where: before === undefined ? where : { ...where, id: LessThan(before) },
        order: { id: 'DESC' },
        take: PER_PAGE + 1,
      }),
      this.rows.count({ where }),
    ]);
    const shown = await this.withRuns(ctx, found.slice(0, PER_PAGE));
    return { rows: shown.map(told), total, next: found.length > PER_PAGE ? (shown.at(-1)?.row.id ?? null) : null };
  }

  /** All rows, oldest first, some at a time. */
  async *all(ctx: Ctx, source?: string): AsyncGenerator<RejectedWithRun[]> {
    for (let after = 0; ;) {
      const where = { ...this.where(ctx, source), id: MoreThan(after) };
      const found = await this.rows.find({ where, order: { id: 'ASC' }, take: PER_PAGE });
      const last = found.at(-1);
      if (!last) return;
      yield await this.withRuns(ctx, found);
      after = last.id;
    }
  }

  /** Throws `not-found`. */
  async one(ctx: Ctx, id: number): Promise<RejectedWithRun> {
    const row = await this.rows.findOneBy({ ...this.where(ctx), id });
    if (!row) throw new TallysheetError('not-found');
    return (await this.withRuns(ctx, [row]))[0]!;
  }

  /** What a trial import could not use was never to be saved. */
  private where({ workspaceId }: Ctx, source?: string): FindOptionsWhere<RejectedEvent> {
    return { workspaceId, trial: 0, ...(source === undefined ? {} : { source }) };
  }

  private async withRuns({ workspaceId }: Ctx, rows: RejectedEvent[]): Promise<RejectedWithRun[]> {
    const ids = [...new Set(rows.flatMap(({ importId }) => importId ?? []))];
    const runs = await this.database.small.getRepository(ImportRun).findBy({ workspaceId, id: In(ids) });
    const byId = new Map(runs.map((run) => [run.id, run]));
    return rows.map((row) => ({ row, run: byId.get(row.importId ?? '') ?? null }));
  }

  private get rows() {
    return this.database.small.getRepository(RejectedEvent);
  }
}

export function told({ row, run }: RejectedWithRun): RejectedEntry {
  const { id, source, format, importId, line, code, field, detail, raw, createdAt } = row;
  return {
    ...{ id, source, format, importId, line, code, field, detail, raw },
    fileName: run?.fileName ?? null,
    retryable: isRetryable(row),
    at: new Date(createdAt).toISOString(),
  };
}
