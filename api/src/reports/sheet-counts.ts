import { Injectable } from '@nestjs/common';
import {
  isNamedLevel,
  type Ctx,
  type ReportQuery,
  type RowLevel,
  type Settings,
  type Sheet,
  type TallyBasis,
} from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS } from '@tallysheet/counting';
import {
  breakdownAt,
  coverFrame,
  isTallied,
  localRuns,
  timePartsOf,
  inputsOf,
  resolveTimeFrame,
  type BreakdownLevel,
  type DistinctRows,
  type Leaf,
  type ReportType,
  type ResolvedFrame,
  type SheetCounter,
} from '@tallysheet/report-model';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { SettingsService } from '../settings/settings.service';
import { AssetFilterService } from './asset-filter.service';
import { compileSheet } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import { withTypeNames } from './campaign-types';
import { countDistinct } from './distinct-counts';
import { SheetParts } from './sheet-parts';
import { leafOf, withTimes, type PairLeaf } from './sheet-row';
import { SheetRepository } from './sheet.repository';

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
  leaves: { whole: PairLeaf[]; parts: PairLeaf[]; distinct?: DistinctRows };
  now: number;
}

/** In which period, and by what, messages are counted. */
interface Counting extends Pick<CountOptions, 'shown'> {
  frame: ResolvedFrame;
  now: number;
  level: BreakdownLevel | null;
}

/** Counts what sheets, lists of people and explanations are made of: one way for all of them. */
@Injectable()
export class SheetCounts {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly settings: SettingsService,
    private readonly filters: AssetFilterService,
  ) {}

  /** Counts what these columns of a checked query need, before it is put into rows. */
  async counted(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<Counted> {
    const { columns, now = Date.now(), signal, snapshot, shown } = options;
    const { distinct } = inputsOf(columns, query.humanOnly ?? false);
    if (distinct.length > 0 && !snapshot) {
      const inOne = (within: Within) => this.counted(ctx, query, type, { ...options, now, snapshot: within });
      const patience = signal && { about: type.id, signal };
      return this.sheets.inSnapshot((taken, dialect) => inOne({ snapshot: taken, dialect }), patience);
    }
    const settings = await this.settings.read(ctx);
    const timeZone = query.timeZone ?? settings.timeZone;
    const calendar = { timeZone, weekStart: settings.weekStart, now };
    const frame = options.frame ?? resolveTimeFrame(query.timeFrame, calendar);
    const levels = (query.groupBy ?? type.levels).filter(isNamedLevel);
    const basis: TallyBasis = (type.basis ?? query.timeBasis) === 'activity' ? 'activity' : 'sent';
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
    const whole = withTypeNames(withTimes(found.whole, levels, names), levels, ctx.language);
    const leaves: Counted['leaves'] = { ...found, whole };
    if (snapshot && distinct.length > 0) {
      leaves.distinct = await countDistinct(snapshot, asked, frame, levels, distinct);
    }
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
      counters: [...new Set<SheetCounter>([...inputs.counters.filter(isFromTallies), ...forNotes])],
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

  /** One for each campaign × asset in which anything counts, and each local time that the query asks for. */
  async leaves(query: SheetQuery, signal?: AbortSignal, snapshot?: Transaction): Promise<PairLeaf[]> {
    if (query.frame.length === 0) return [];
    const rows = await this.sheets.run(compileSheet(query), signal, snapshot);
    return rows.map((row) => leafOf(row, query));
  }
}

function isFromTallies(counter: SheetCounter): boolean {
  return counter === 'pendingYoung' || isTallied(counter);
}

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
