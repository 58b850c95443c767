import { Injectable } from '@nestjs/common';
import { type Ctx, type ReportQuery, type Settings, type Sheet, type SheetNote } from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS } from '@tallysheet/counting';
import { format } from '@tallysheet/messages';
import {
  assembleSheet,
  besideOther,
  breakdownAt,
  compareFrame,
  coverFrame,
  inputsOf,
  limitRows,
  metricsBehind,
  readCalculatedColumns,
  resolveTimeFrame,
  rollUp,
  sheetColumn,
  sortedBy,
  sortForTop,
  withCompared,
  type BreakdownLevel,
  type Leaf,
  type ReportType,
  type ResolvedFrame,
  type SheetCounter,
} from '@tallysheet/report-model';
import type { Transaction } from '../database/store';
import { SettingsService } from '../settings/settings.service';
import { AssetFilterService } from './asset-filter.service';
import { checkQuery } from './check-query';
import { compileSheet } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import { SheetParts } from './sheet-parts';
import { leafOf, type PairLeaf } from './sheet-row';
import { SheetRepository } from './sheet.repository';

const NOTE_COUNTERS: SheetCounter[] = ['noSendRecord', 'repeatSends', 'noRepeatKey'];

/** In which period, and by what, messages are counted. */
interface Counting {
  frame: ResolvedFrame;
  now: number;
  level: BreakdownLevel | null;
  /** Parts of the period it is compared with: what has a row there has one here. */
  shown?: readonly Leaf[];
}

/** Computes sheets: the one engine behind screen and export. */
@Injectable()
export class SheetService {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly settings: SettingsService,
    private readonly filters: AssetFilterService,
  ) {}

  /** Runs a query. Throws what `checkQuery` throws. */
  async run(ctx: Ctx, query: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    const settings = await this.settings.read(ctx);
    const type = checkQuery(query);
    const calculated = readCalculatedColumns(query.calculatedColumns, type);
    const columns = query.columns ?? [...type.defaultColumns, ...calculated.map(({ id }) => id)];
    const timeZone = query.timeZone ?? settings.timeZone;
    const now = Date.now();
    const calendar = { timeZone, weekStart: settings.weekStart, now };
    const frame = resolveTimeFrame(query.timeFrame, calendar);
    const otherFrame = query.compare ? compareFrame(query.timeFrame, query.compare, calendar) : null;
    const basis = query.timeBasis ?? 'sent';
    const levels = query.groupBy ?? type.levels;
    const plan = {
      levels,
      basis,
      columns,
      calculated,
      humanOnly: query.humanOnly ?? false,
      sort: query.top === undefined ? (query.sort ?? []) : sortForTop(query.sort, columns),
      language: ctx.language,
      compared: otherFrame !== null,
    };
    const asked = await this.sheetQuery(
      ctx,
      query,
      type,
      metricsBehind([...columns, ...sortedBy(plan.sort)], calculated),
      frame,
      now,
    );
    const level = breakdownAt(levels);
    const own = await this.count(ctx, asked, { frame, now, level }, settings, signal);
    const leaves = otherFrame
      ? besideOther(
          own,
          await this.count(
            ctx,
            { ...asked, ...blocksOf(otherFrame, now) },
            { frame: otherFrame, now, level, shown: own.parts },
            settings,
            signal,
          ),
        )
      : own;
    const { rows: allRows, total } = assembleSheet(leaves, plan);
    const { search, top } = query;
    const limits = { search, top, othersName: format(ctx.language, 'row.others') };
    const { rows, shown, all } = limitRows(allRows, leaves, plan, limits);
    const notes = await this.notes(asked, own.whole, settings, frame, type, signal);
    if (shown < all) notes.push({ code: 'row-limit', params: { shown, all } });
    const shownColumns = columns.map((id) => sheetColumn(id, calculated, ctx.language));
    return {
      reportType: type.id,
      timeFrame: { from: iso(frame.from), to: iso(frame.to), timeZone, basis },
      ...(otherFrame ? { compare: { from: iso(otherFrame.from)!, to: iso(otherFrame.to)! } } : {}),
      columns: otherFrame ? withCompared(shownColumns, ctx.language) : shownColumns,
      rows,
      total: { id: 'total', values: total },
      notes,
      computedAt: new Date(now).toISOString(),
    };
  }

  private async sheetQuery(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    metrics: readonly string[],
    frame: ResolvedFrame,
    now: number,
  ): Promise<SheetQuery> {
    const inputs = inputsOf(metrics, query.humanOnly ?? false);
    const filter = await this.filters.resolve(ctx, query.assetFilter);
    const forNotes = filter.withoutArchived ? [...NOTE_COUNTERS, 'sent' as const] : NOTE_COUNTERS;
    return {
      workspaceId: ctx.workspaceId,
      basis: query.timeBasis ?? 'sent',
      audiences: query.hideDeletedPeople ? ['live'] : ['live', 'deleted'],
      ...blocksOf(frame, now),
      counters: [...new Set<SheetCounter>([...inputs.counters, ...forNotes])],
      humanOnly: query.humanOnly ?? false,
      extremes: inputs.extremes,
      channel: type.channel,
      filter,
    };
  }

  /** Messages as a whole and, where the levels ask for it, by link or domain: both of one moment. */
  private async count(
    ctx: Ctx,
    query: SheetQuery,
    { frame, now, level, shown }: Counting,
    settings: Settings,
    signal?: AbortSignal,
  ): Promise<{ whole: PairLeaf[]; parts: PairLeaf[] }> {
    if (!level) return { whole: await this.leaves(query, signal), parts: [] };
    return this.sheets.inSnapshot(async (snapshot, dialect) => {
      const whole = await this.leaves(query, signal, snapshot);
      const parts = new SheetParts(ctx, snapshot, dialect, query, level, shown);
      return { whole, parts: await parts.of(whole, frame, youngPart(frame, now), settings.domains.aliases) };
    });
  }

  private async leaves(query: SheetQuery, signal?: AbortSignal, snapshot?: Transaction): Promise<PairLeaf[]> {
    if (query.frame.length === 0) return [];
    const rows = await this.sheets.run(compileSheet(query), signal, snapshot);
    return rows.map((row) => leafOf(row, query.counters, query.extremes));
  }

  /** Counted facts that a reader needs to believe the numbers. */
  private async notes(
    query: SheetQuery,
    leaves: readonly Leaf[],
    settings: Settings,
    frame: ResolvedFrame,
    type: ReportType,
    signal?: AbortSignal,
  ): Promise<SheetNote[]> {
    const { counters } = rollUp(leaves);
    const notes: SheetNote[] = [];
    const count = (code: SheetNote['code'], n: number | undefined) => {
      if (n) notes.push({ code, params: { count: n } });
    };
    count('no-send-record', counters.noSendRecord);
    if (settings.repeatSends === 'collapse') count('repeat-sends-collapsed', counters.repeatSends);
    count('repeat-key-missing', counters.noRepeatKey);
    if (query.filter.withoutArchived) {
      const { withoutArchived: _, ...filter } = query.filter;
      const whole = rollUp(await this.leaves({ ...query, filter, counters: ['sent'], extremes: [] }, signal));
      count('archived-left-out', (whole.counters.sent ?? 0) - (counters.sent ?? 0));
    }
    if (query.basis === 'activity' && leaves.length > 0) notes.push({ code: 'rates-mix-cohorts', params: {} });
    if (query.basis === 'activity' && type.levels.includes('link')) {
      notes.push({ code: 'links-by-first-click', params: {} });
    }
    if (leaves.length === 0 && frame.from !== null) {
      const everything = { ...query, frame: coverFrame(null, null), young: [], extremes: ['lastSentAt' as const] };
      const latest = rollUp(await this.leaves(everything, signal)).extremes.lastSentAt;
      if (latest !== undefined) notes.push({ code: 'latest-send', params: { at: new Date(latest).toISOString() } });
    }
    return notes;
  }
}

function blocksOf(frame: ResolvedFrame, now: number): Pick<SheetQuery, 'frame' | 'young'> {
  return { frame: coverFrame(frame.from, frame.to), young: coverFrame(...youngPart(frame, now)) };
}

/** Rule 3: the part of a frame whose quarter hours ended less than 3 days ago. */
function youngPart(frame: ResolvedFrame, now: number): [number | null, number | null] {
  const oldestYoung = firstPendingQuarter(now) * QUARTER_MS;
  return [Math.max(frame.from ?? 0, oldestYoung), frame.to];
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
