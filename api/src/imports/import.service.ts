import { Inject, Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type ImportFormat,
  type ImportResult,
  type RejectedRow,
  type SourceMapping,
} from '@tallysheet/contract';
import {
  decodeFile,
  PROVIDERS,
  readEvents,
  readMarketoActivities,
  readMarketoAssets,
  readNotices,
  type AssetRecord,
  type EventOptions,
  type EventRow,
} from '@tallysheet/sources';
import type { Logger } from 'pino';
import type { ImportRun } from '../database/entities/import-run.entity';
import { isOutOfReach } from '../database/mysql/out-of-reach';
import { IntakeService } from '../ingest/intake.service';
import { SourceMappings } from '../ingest/source-mappings';
import { PeopleIntakeService, type PeopleReport } from '../people/people-intake.service';
import { LOG } from '../platform/tokens';
import { AssetImportService } from './asset-import.service';
import { ImportLog } from './import-log';

const ASSETS_PER_BATCH = 500;
const SAVE_EVERY_MS = 1000;
const HEADER_LENGTH = 20_000;

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

/** Reads export files in, streaming: whatever its size, a file takes the memory of one batch. */
@Injectable()
export class ImportService {
  constructor(
    private readonly intake: IntakeService,
    private readonly assets: AssetImportService,
    private readonly people: PeopleIntakeService,
    private readonly imports: ImportLog,
    private readonly mappings: SourceMappings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Imports a file. Rows that cannot be used are kept with line and reason; the others are in. A file that cannot be
   * read at all throws its code (`empty-file`, `not-csv`, `missing-columns`, `bad-gzip`, `not-json` …).
   */
  async run(ctx: Ctx, bytes: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<ImportResult> {
    const run = await this.imports.begin(ctx, {
      format: options.format,
      source: options.source ?? defaultSource(options.format),
      fileName: options.fileName ?? null,
      dryRun: options.dryRun ?? false,
      mapping: options.mapping ?? null,
    });
    const text = decodeFile(bytes, (read) => (run.bytesRead = read));
    const onHeader = (header: string) => (run.header = header.slice(0, HEADER_LENGTH));
    try {
      if (options.format === 'marketo-assets') await this.importAssets(ctx, run, text, options);
      else {
        const { format, mapping, dryRun } = options;
        const onReport = this.reporter(run, options);
        if (format === 'people') await this.people.take(ctx, text, { mapping, onHeader, dryRun, onReport });
        else {
          const rows = rowsOf(text, format, { mapping, onHeader }, await this.mappings.of(ctx, run.source));
          await this.intake.take(ctx, run.source, rows, { dryRun, onReport });
        }
      }
      await this.finish(run, 'done', null);
    } catch (error) {
      const known = knownError(error);
      if (!known) this.log.error({ err: error, importId: run.id }, 'import failed');
      await this.finish(run, 'failed', known ?? new TallysheetError('internal'));
      throw known ?? error;
    }
    return this.imports.read(ctx, run.id);
  }

  /** Adds what came of each batch of rows to the run. */
  private reporter(run: ImportRun, options: ImportOptions) {
    const progress = this.progress(run, options);
    return async (report: PeopleReport): Promise<void> => {
      run.rowsRead += report.rowsRead;
      run.accepted += report.accepted;
      run.duplicates += report.duplicates;
      run.rejected += report.rejected.length;
      for (const [type, count] of report.passedOver) run.passedOver[type] = (run.passedOver[type] ?? 0) + count;
      await progress(report.rejected);
    };
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
    return this.imports.end(run);
  }
}

/** The rows of a file of events, as its format reads them. */
function rowsOf(
  text: AsyncIterable<string>,
  format: Exclude<ImportFormat, 'marketo-assets' | 'people'>,
  options: Pick<EventOptions, 'mapping' | 'onHeader'>,
  noticeMapping: SourceMapping,
): AsyncIterable<EventRow> {
  if (format === 'marketo-activities') return readMarketoActivities(text, { ...options, now: Date.now });
  if (format === 'events') return readEvents(text, { ...options, now: Date.now });
  return readNotices(text, PROVIDERS[format], noticeMapping);
}

/** Whose event ids a file holds, unless the caller says otherwise: an export and a webhook of one sender may overlap. */
function defaultSource(format: ImportFormat): string {
  if (format === 'marketo-activities' || format === 'marketo-assets') return 'marketo';
  return format === 'events' || format === 'people' ? 'api' : format;
}

function knownError(error: unknown): TallysheetError | null {
  if (error instanceof TallysheetError) return error;
  if (isOutOfReach(error)) return new TallysheetError('database-busy');
  return cancelled(error) ? new TallysheetError('import-cancelled') : null;
}

/** The sender of the file went away. */
function cancelled(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return message === 'aborted' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
