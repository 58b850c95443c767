import { Injectable } from '@nestjs/common';
import {
  type Ctx,
  type ReportQuery,
  type RowLevel,
  type Settings,
  type Sheet,
  type SheetNote,
} from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS } from '@tallysheet/counting';
import { format } from '@tallysheet/messages';
import {
  assembleSheet,
  besideOther,
  breakdownAt,
  compareFrame,
  coverFrame,
  localRuns,
  timePartsOf,
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
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { Revisions } from '../live/revisions';
import { SettingsService } from '../settings/settings.service';
import { AssetFilterService } from './asset-filter.service';
import { checkQuery } from './check-query';
import { compileSheet } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import { SheetParts } from './sheet-parts';
import { leafOf, withTimes, type PairLeaf } from './sheet-row';
import { SheetRepository } from './sheet.repository';
import { TimeLimit } from './time-limit';

const NOTE_COUNTERS: SheetCounter[] = ['noSendRecord', 'repeatSends', 'noRepeatKey'];

/** A snapshot that several counts share. */
export interface Within {
  snapshot: Transaction;
  dialect: Dialect;
}

export interface CountOptions {
  columns: readonly string[];
  /** Beside those that the columns need. */
  counters?: readonly SheetCounter[];
  audiences?: SheetQuery['audiences'];
  now?: number | undefined;
  signal?: AbortSignal | undefined;
  snapshot?: Within;
  /** Another period than the query's: what it is compared with. */
  frame?: ResolvedFrame;
  /** Parts of the period it is compared with: what has a row there has one here. */
  shown?: readonly Leaf[];
}

/** What a query counts, at the finest grain, with everything that it was counted by. */
export interface Counted {
  type: ReportType;
  settings: Settings;
  timeFrame: Sheet['timeFrame'];
  frame: ResolvedFrame;
  levels: readonly RowLevel[];
  asked: SheetQuery;
  leaves: { whole: PairLeaf[]; parts: PairLeaf[] };
  now: number;
}

/** In which period, and by what, messages are counted. */
interface Counting extends Pick<CountOptions, 'shown'> {
  frame: ResolvedFrame;
  now: number;
  level: BreakdownLevel | null;
}

/** Computes sheets: the one engine behind screen and export. */
@Injectable()
export class SheetService {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly settings: SettingsService,
    private readonly filters: AssetFilterService,
    private readonly revisions: Revisions,
    private readonly limit: TimeLimit,
  ) {}

  /** Runs a query. Throws what `checkQuery` throws, and `report-timed-out`. */
  run(ctx: Ctx, query: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    return this.limit.within(signal, (ended) => this.compute(ctx, query, ended));
  }

  private async compute(ctx: Ctx, query: ReportQuery, signal: AbortSignal): Promise<Sheet> {
    // Read before what is counted: a sheet that is told too late is counted again, one told too early never.
    const revision = await this.revisions.of(ctx);
    const type = checkQuery(query);
    const calculated = readCalculatedColumns(query.calculatedColumns, type);
    const columns = query.columns ?? [...type.defaultColumns, ...calculated.map(({ id }) => id)];
    const sort = query.top === undefined ? (query.sort ?? []) : sortForTop(query.sort, columns);
    const metrics = metricsBehind([...columns, ...sortedBy(sort)], calculated);
    const own = await this.counted(ctx, query, type, { columns: metrics, signal });
    const { asked, frame, levels, settings, now } = own;
    const calendar = { timeZone: own.timeFrame.timeZone, weekStart: settings.weekStart, now };
    const otherFrame = query.compare ? compareFrame(query.timeFrame, query.compare, calendar) : null;
    const plan = {
      ...{ levels, columns, calculated, sort },
      basis: asked.basis,
      humanOnly: asked.humanOnly,
      language: ctx.language,
      compared: otherFrame !== null,
    };
    const other = otherFrame && {
      ...{ columns: metrics, signal, now, frame: otherFrame },
      shown: own.leaves.parts,
    };
    const leaves = other ? besideOther(own.leaves, (await this.counted(ctx, query, type, other)).leaves) : own.leaves;
    const { rows: allRows, total } = assembleSheet(leaves, plan);
    const { search, top } = query;
    const limits = { search, top, othersName: format(ctx.language, 'row.others') };
    const { rows, shown, all } = limitRows(allRows, leaves, plan, limits);
    const notes = await this.notes(asked, own.leaves.whole, settings, frame, type, signal);
    if (shown < all) notes.push({ code: 'row-limit', params: { shown, all } });
    const shownColumns = columns.map((id) => sheetColumn(id, calculated, ctx.language));
    return {
      reportType: type.id,
      timeFrame: own.timeFrame,
      ...(otherFrame ? { compare: { from: iso(otherFrame.from)!, to: iso(otherFrame.to)! } } : {}),
      columns: otherFrame ? withCompared(shownColumns, ctx.language) : shownColumns,
      rows,
      total: { id: 'total', values: total },
      notes,
      computedAt: new Date(now).toISOString(),
      revision,
    };
  }

  /** Counts what these columns of a checked query need, before it is put into rows. */
  async counted(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<Counted> {
    const { columns, now = Date.now(), signal, snapshot, shown } = options;
    const settings = await this.settings.read(ctx);
    const timeZone = query.timeZone ?? settings.timeZone;
    const calendar = { timeZone, weekStart: settings.weekStart, now };
    const frame = options.frame ?? resolveTimeFrame(query.timeFrame, calendar);
    const levels = query.groupBy ?? type.levels;
    const basis = type.basis ?? query.timeBasis ?? 'sent';
    const asked: SheetQuery = {
      ...(await this.sheetQuery(ctx, query, type, columns)),
      ...runsOf(levels, frame, { timeZone, now }),
      basis,
    };
    asked.counters = [...new Set([...asked.counters, ...(options.counters ?? [])])];
    if (options.audiences) asked.audiences = options.audiences;
    const counting = { frame, now, level: breakdownAt(levels), shown };
    const found = await this.count(ctx, asked, counting, settings, signal, snapshot);
    const names = { language: ctx.language, weekStart: settings.weekStart };
    const leaves = { ...found, whole: withTimes(found.whole, levels, names) };
    const timeFrame = { from: iso(frame.from), to: iso(frame.to), timeZone, basis };
    return { type, settings, timeFrame, frame, levels, asked, leaves, now };
  }

  private async sheetQuery(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    metrics: readonly string[],
  ): Promise<Omit<SheetQuery, 'basis' | 'frame' | 'young' | 'timeParts'>> {
    const inputs = inputsOf(metrics, query.humanOnly ?? false);
    const filter = await this.filters.resolve(ctx, query.assetFilter);
    const forNotes = filter.withoutArchived ? [...NOTE_COUNTERS, 'sent' as const] : NOTE_COUNTERS;
    return {
      workspaceId: ctx.workspaceId,
      audiences: query.hideDeletedPeople ? ['live'] : ['live', 'deleted'],
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
    signal: AbortSignal | undefined,
    within?: Within,
  ): Promise<Counted['leaves']> {
    if (!level) return { whole: await this.leaves(query, signal, within?.snapshot), parts: [] };
    const partsOf = async (snapshot: Transaction, dialect: Dialect) => {
      const whole = await this.leaves(query, signal, snapshot);
      const parts = new SheetParts(ctx, snapshot, dialect, query, level, shown);
      return { whole, parts: await parts.of(whole, frame, youngPart(frame, now), settings.domains.aliases) };
    };
    if (within) return partsOf(within.snapshot, within.dialect);
    const about = `${level}: ${compileSheet(query).text}`;
    return this.sheets.inSnapshot(partsOf, signal && { about, signal });
  }

  private async leaves(query: SheetQuery, signal?: AbortSignal, snapshot?: Transaction): Promise<PairLeaf[]> {
    if (query.frame.length === 0) return [];
    const rows = await this.sheets.run(compileSheet(query), signal, snapshot);
    return rows.map((row) => leafOf(row, query));
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
      const everything = { ...query, ...ALL_TIME, extremes: ['lastSentAt' as const] };
      const latest = rollUp(await this.leaves(everything, signal)).extremes.lastSentAt;
      if (latest !== undefined) notes.push({ code: 'latest-send', params: { at: new Date(latest).toISOString() } });
    }
    return notes;
  }
}

const ALL_TIME: Pick<SheetQuery, 'frame' | 'young' | 'timeParts'> = {
  frame: coverFrame(null, null),
  young: [],
  timeParts: [],
};

/** The tallies to read: a few large blocks, or those of each local day or hour where the levels ask for them. */
function runsOf(
  levels: readonly RowLevel[],
  frame: ResolvedFrame,
  { timeZone, now }: { timeZone: string; now: number },
): Pick<SheetQuery, 'frame' | 'young' | 'timeParts'> {
  const timeParts = timePartsOf(levels);
  const by = timeParts.includes('hour') ? 'hour' : 'day';
  const cover = (from: number | null, to: number | null) =>
    timeParts.length > 0 ? localRuns(from, to, { timeZone, now, by }) : coverFrame(from, to);
  return { frame: cover(frame.from, frame.to), young: cover(...youngPart(frame, now)), timeParts };
}

/** Rule 3: the part of a frame whose quarter hours ended less than 3 days ago. */
function youngPart(frame: ResolvedFrame, now: number): [number | null, number | null] {
  const oldestYoung = firstPendingQuarter(now) * QUARTER_MS;
  return [Math.max(frame.from ?? 0, oldestYoung), frame.to];
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
