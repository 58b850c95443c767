import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type ImportFormat,
  type ImportResult,
  type RejectedRow,
} from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import { activityTypeName } from '@tallysheet/sources';
import { Database } from '../database/database';
import { ImportRun } from '../database/entities/import-run.entity';
import { RejectedEvent } from '../database/entities/rejected-event.entity';
import { insertRejected, RejectedLog } from '../ingest/rejected-log';
import { Endings } from './endings';

const LISTED = 100;
const RECENT = 20;
const ROWS_PER_PAGE = 1000;
const LOST_AFTER_MS = 120_000;
const CANCELLED = { code: 'import-cancelled', params: {} };

/** The record of imports: how far each is, what came of it, and every row that could not be used. */
@Injectable()
export class ImportLog {
  private readonly endings = new Endings((run) => this.save(run), LOST_AFTER_MS);

  constructor(
    private readonly database: Database,
    private readonly rejectedLog: RejectedLog,
  ) {}

  async begin(
    ctx: Ctx,
    options: {
      format: ImportFormat;
      source: string;
      fileName: string | null;
      dryRun: boolean;
      mapping: Record<string, string> | null;
    },
  ): Promise<ImportRun> {
    const run: ImportRun = {
      ...options,
      workspaceId: ctx.workspaceId,
      id: randomUUID(),
      dryRun: options.dryRun ? 1 : 0,
      header: null,
      state: 'running',
      bytesRead: 0,
      rowsRead: 0,
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      passedOver: {},
      error: null,
      startedAt: Date.now(),
      seenAt: Date.now(),
      finishedAt: null,
    };
    await this.database.write((manager) => manager.insert(ImportRun, run));
    return run;
  }

  /** Saves how far an import is, together with the rows that it could not use. */
  async save(run: ImportRun, rejected: readonly RejectedRow[] = []): Promise<void> {
    const { workspaceId, id: importId, source, format: name } = run;
    const trial = run.dryRun === 1 ? 1 : 0;
    run.seenAt = Date.now();
    await this.database.write(async (manager) => {
      await insertRejected(manager, { workspaceId, importId, source, format: name, trial }, rejected);
      await manager.save(ImportRun, run);
    });
    if (!trial) await this.rejectedLog.count(workspaceId, source, rejected.length);
  }

  /** Notes how an import has ended, also where the store is out of reach just now. */
  end(run: ImportRun): Promise<void> {
    return this.endings.tell(run);
  }

  /** Throws `import-not-found`. */
  async read(ctx: Ctx, id: string): Promise<ImportResult> {
    const run = await this.find(ctx, id);
    return this.result(ctx, run);
  }

  async latest(ctx: Ctx): Promise<ImportResult[]> {
    const { workspaceId } = ctx;
    const recent = this.runs.find({ where: { workspaceId }, order: { startedAt: 'DESC' }, take: RECENT });
    return (await this.endings.over(recent)).map((run) => toResult(ctx, run, []));
  }

  /** Every row of an import that could not be used, in the order of the file. */
  async *rejectedRows(ctx: Ctx, id: string): AsyncGenerator<RejectedRow> {
    const { workspaceId } = await this.find(ctx, id);
    for (let skip = 0; ; skip += ROWS_PER_PAGE) {
      const rows = await this.rejected.find({
        where: { workspaceId, importId: id },
        order: { line: 'ASC', id: 'ASC' },
        skip,
        take: ROWS_PER_PAGE,
      });
      yield* rows.map(toRejectedRow);
      if (rows.length < ROWS_PER_PAGE) return;
    }
  }

  private async result(ctx: Ctx, run: ImportRun): Promise<ImportResult> {
    const { workspaceId, id: importId } = run;
    const rows = await this.rejected.find({
      where: { workspaceId, importId },
      order: { line: 'ASC', id: 'ASC' },
      take: LISTED,
    });
    return toResult(ctx, run, rows.map(toRejectedRow));
  }

  private async find(ctx: Ctx, id: string): Promise<ImportRun> {
    const [run] = await this.endings.over(this.runs.findBy({ workspaceId: ctx.workspaceId, id }));
    if (!run) throw new TallysheetError('import-not-found', { id });
    return run;
  }

  private get runs() {
    return this.database.small.getRepository(ImportRun);
  }

  private get rejected() {
    return this.database.small.getRepository(RejectedEvent);
  }
}

function toRejectedRow({ line, code, field, detail, raw }: RejectedEvent): RejectedRow {
  return { line, code, field, detail, raw };
}

function toResult(ctx: Ctx, run: ImportRun, rejectedRows: RejectedRow[]): ImportResult {
  const { id, format: name, source, fileName, bytesRead, rowsRead, accepted, duplicates, rejected } = run;
  const { state, error } = lost(run) ? { state: 'failed' as const, error: CANCELLED } : run;
  return {
    ...{ id, format: name, source, fileName, state, bytesRead, rowsRead, accepted, duplicates, rejected },
    dryRun: run.dryRun === 1,
    passedOver: Object.entries(run.passedOver)
      .map(([type, count]) => ({ type, name: name === 'marketo-activities' ? activityTypeName(type) : type, count }))
      .sort((a, b) => b.count - a.count),
    rejectedRows,
    error: error && { ...error, detail: format(ctx.language, `error.${error.code}` as MessageKey, error.params) },
    startedAt: new Date(run.startedAt).toISOString(),
    finishedAt: run.finishedAt === null ? null : new Date(run.finishedAt).toISOString(),
  };
}

/** An import that has not been heard of for a while was cut short by a stop of its program. */
function lost({ state, seenAt }: ImportRun): boolean {
  return state === 'running' && Date.now() - seenAt > LOST_AFTER_MS;
}
