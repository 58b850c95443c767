import { createHash, randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TallysheetError, WHOLE_ROWS, type Ctx, type ReportQuery, type Sheet } from '@tallysheet/contract';
import { z } from 'zod';
import type { RowOrder, SheetResult } from './sheet-result';

/** So many rows of a sheet that is too long to be told whole come at once, unless asked otherwise. */
const PAGE_ROWS = 1000;
const KEPT_MS = 10 * 60_000;
const MOST_SHEETS = 20;
const MOST_ROWS = 500_000;

interface Kept {
  result: SheetResult;
  about: string;
  rows: number;
  timer: NodeJS.Timeout;
}

const written = z.tuple([z.string(), z.number().int().nonnegative(), z.string()]);

/**
 * Long sheets between two of their pages: so that the next one is of the same numbers, and another order costs no other
 * count. Kept for some minutes after their last use, the latest ones only, and each by the process that counted it.
 */
@Injectable()
export class KeptSheets implements OnModuleDestroy {
  /** The one that was used last comes last. */
  private readonly kept = new Map<string, Kept>();

  onModuleDestroy(): void {
    for (const id of [...this.kept.keys()]) this.drop(id);
  }

  /** The sheet, or as much of it as is told at once, with the cursor of what follows. */
  firstPage(ctx: Ctx, query: ReportQuery, result: SheetResult): Sheet {
    const sheet = result.sheet(query);
    if (sheet.rows.length <= (query.limit ?? WHOLE_ROWS)) return sheet;
    const id = randomUUID();
    const timer = setTimeout(() => this.drop(id), KEPT_MS).unref();
    this.kept.set(id, { result, about: about(ctx, query), rows: sheet.rows.length, timer });
    this.makeRoom();
    return pageOf(sheet, query, id, 0);
  }

  /**
   * Where the cursor says, or from the first row on where rows are asked for in another order. Throws `cursor-expired`,
   * also where what they are to be sorted by was not counted.
   */
  nextPage(ctx: Ctx, query: ReportQuery): Sheet {
    const [id, at, order] = read(query.cursor);
    const kept = this.kept.get(id);
    if (kept?.about !== about(ctx, query) || !kept.result.hasCounted(query)) {
      throw new TallysheetError('cursor-expired', {}, 'cursor');
    }
    kept.timer.refresh();
    this.kept.delete(id);
    this.kept.set(id, kept);
    return pageOf(kept.result.sheet(query), query, id, order === orderText(query) ? at : 0);
  }

  private makeRoom(): void {
    const isTooMuch = () =>
      this.kept.size > MOST_SHEETS || [...this.kept.values()].reduce((sum, { rows }) => sum + rows, 0) > MOST_ROWS;
    // The latest stays, however long it is.
    while (this.kept.size > 1 && isTooMuch()) this.drop(this.kept.keys().next().value!);
  }

  private drop(id: string): void {
    clearTimeout(this.kept.get(id)?.timer);
    this.kept.delete(id);
  }
}

function pageOf(sheet: Sheet, query: ReportQuery, id: string, from: number): Sheet {
  const rows = sheet.rows.slice(from, from + (query.limit ?? PAGE_ROWS));
  const [shown, all] = [from + rows.length, sheet.rows.length];
  if (shown >= all) return { ...sheet, rows };
  const notes = sheet.notes.filter(({ code }) => code !== 'row-limit');
  return {
    ...sheet,
    rows,
    notes: [...notes, { code: 'row-limit', params: { shown, all } }],
    next: write([id, shown, orderText(query)]),
  };
}

/** What a result is the answer to, in whatever order. */
function about({ workspaceId, language }: Ctx, query: ReportQuery): string {
  const { sort: _, search: __, top: ___, limit: ____, cursor: _____, ...asked } = query;
  return JSON.stringify([workspaceId, language, Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function orderText({ sort, search, top }: RowOrder): string {
  return createHash('sha256')
    .update(JSON.stringify([sort, search, top]))
    .digest('base64url')
    .slice(0, 12);
}

function write(place: z.infer<typeof written>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Throws `cursor-expired` for what was never a cursor as well: one asks again from the beginning in either case. */
function read(cursor = ''): z.infer<typeof written> {
  try {
    return written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new TallysheetError('cursor-expired', {}, 'cursor');
  }
}
