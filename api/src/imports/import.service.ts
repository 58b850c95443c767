import { Inject, Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type CanonicalEvent,
  type Ctx,
  type ImportFormat,
  type ImportResult,
  type RejectedRow,
} from '@tallysheet/contract';
import { decodeFile, readMarketoActivities, readMarketoAssets, type AssetRecord } from '@tallysheet/sources';
import type { Logger } from 'pino';
import type { ImportRun } from '../database/entities/import-run.entity';
import { IngestService } from '../ingest/ingest.service';
import { LOG } from '../platform/tokens';
import { AssetImportService } from './asset-import.service';
import { ImportLog } from './import-log';

const EVENTS_PER_BATCH = 5000;
const ASSETS_PER_BATCH = 500;
const SAVE_EVERY_MS = 1000;
/** A file of rows that do not count must be seen to go on as well. */
const ROWS_PER_SIGN_OF_LIFE = 20_000;

export interface ImportOptions {
  format: ImportFormat;
  /** The sender whose event ids these are; by default the format's own. */
  source?: string;
  fileName?: string | null;
  dryRun?: boolean;
  /** Canonical column → header in the file. */
  mapping?: Record<string, string>;
  /** Called as the import goes on. */
  onProgress?: (run: Readonly<ImportRun>) => void;
}

/** One event with the place in the file that it came from. */
interface EventRow {
  line: number;
  raw: string;
  event: CanonicalEvent;
}

/** Reads export files in, streaming: whatever its size, a file takes the memory of one batch. */
@Injectable()
export class ImportService {
  constructor(
    private readonly ingest: IngestService,
    private readonly assets: AssetImportService,
    private readonly imports: ImportLog,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Imports a file. Rows that cannot be used are kept with line and reason; the others are in. A file that cannot be
   * read at all throws its code (`empty-file`, `not-csv`, `missing-columns`, `bad-gzip`, `not-json` …).
   */
  async run(ctx: Ctx, bytes: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<ImportResult> {
    const run = await this.imports.begin(ctx, {
      format: options.format,
      source: options.source ?? 'marketo',
      fileName: options.fileName ?? null,
      dryRun: options.dryRun ?? false,
    });
    const text = decodeFile(bytes, (read) => (run.bytesRead = read));
    try {
      if (options.format === 'marketo-activities') await this.importActivities(ctx, run, text, options);
      else await this.importAssets(ctx, run, text, options);
      await this.finish(run, 'done', null);
    } catch (error) {
      const known =
        error instanceof TallysheetError ? error : cancelled(error) ? new TallysheetError('import-cancelled') : null;
      if (!known) this.log.error({ err: error, importId: run.id }, 'import failed');
      await this.finish(run, 'failed', known ?? new TallysheetError('internal'));
      throw known ?? error;
    }
    return this.imports.read(ctx, run.id);
  }

  private async importActivities(
    ctx: Ctx,
    run: ImportRun,
    text: AsyncIterable<string>,
    options: ImportOptions,
  ): Promise<void> {
    const progress = this.progress(run, options);
    let batch: EventRow[] = [];
    let rejected: RejectedRow[] = [];
    const flush = async () => {
      const result = await this.ingest.ingest(
        ctx,
        run.source,
        batch.map(({ event }) => event),
        options,
      );
      run.accepted += result.accepted;
      run.duplicates += result.duplicates;
      for (const { index, code, detail } of result.rejected) {
        const { line, raw } = batch[index]!;
        rejected.push({ line, raw, code, detail, field: null });
      }
      run.rejected += result.rejected.length;
      await progress(rejected);
      batch = [];
      rejected = [];
    };
    try {
      for await (const row of readMarketoActivities(text, { mapping: options.mapping, now: Date.now })) {
        const { line, raw, result } = row;
        run.rowsRead += 1;
        if (result.kind === 'event') batch.push({ line, raw, event: result.event });
        else if (result.kind === 'passed-over') run.passedOver[result.type] = (run.passedOver[result.type] ?? 0) + 1;
        else {
          run.rejected += 1;
          rejected.push({ line, raw, code: result.code, field: result.field, detail: result.detail });
        }
        const full = batch.length + rejected.length >= EVENTS_PER_BATCH;
        if (full || run.rowsRead % ROWS_PER_SIGN_OF_LIFE === 0) await flush();
      }
    } finally {
      // Also when the file breaks off: what was read is in.
      await flush();
    }
  }

  private async importAssets(
    ctx: Ctx,
    run: ImportRun,
    text: AsyncIterable<string>,
    options: ImportOptions,
  ): Promise<void> {
    const progress = this.progress(run, options);
    let batch: AssetRecord[] = [];
    let rejected: RejectedRow[] = [];
    const flush = async () => {
      if (!options.dryRun) await this.assets.save(ctx, batch);
      run.accepted += batch.length;
      await progress(rejected);
      batch = [];
      rejected = [];
    };
    try {
      for await (const { line, raw, result } of readMarketoAssets(text)) {
        run.rowsRead += 1;
        if (result.kind === 'asset') batch.push(result.asset);
        else {
          run.rejected += 1;
          rejected.push({ line, raw, code: result.code, field: result.field, detail: result.detail });
        }
        if (batch.length >= ASSETS_PER_BATCH) await flush();
      }
    } finally {
      await flush();
      if (!options.dryRun) await this.assets.settle(ctx);
    }
  }

  /** Saves rejected rows with each batch, and how far the import is about once a second. */
  private progress(run: ImportRun, options: ImportOptions) {
    let savedAt = 0;
    return async (rejected: readonly RejectedRow[]): Promise<void> => {
      options.onProgress?.(run);
      if (rejected.length === 0 && Date.now() - savedAt < SAVE_EVERY_MS) return;
      await this.imports.save(run, rejected);
      savedAt = Date.now();
    };
  }

  private finish(run: ImportRun, state: ImportRun['state'], error: TallysheetError | null): Promise<void> {
    run.state = state;
    run.error = error && { code: error.code, params: error.params };
    run.finishedAt = Date.now();
    return this.imports.save(run);
  }
}

/** The sender of the file went away. */
function cancelled(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ECONNRESET' || message === 'aborted' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
