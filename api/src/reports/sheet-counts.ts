import { Injectable } from '@nestjs/common';
import {
  isNamedLevel,
  type Ctx,
  type ReportQuery,
  type RowLevel,
  type Settings,
  type Sheet,
  type SmartList,
  type SmartListCounts,
  type TallyBasis,
} from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS } from '@tallysheet/counting';
import {
  besideFrames,
  breakdownAt,
  coverFrame,
  isTallied,
  localRuns,
  timePartsOf,
  inputsOf,
  isMessageLevel,
  resolveTimeFrame,
  withPeriods,
  type BreakdownLevel,
  type FrameContext,
  type DistinctRows,
  type Leaf,
  type ReportType,
  type ResolvedFrame,
  type SheetCounter,
} from '@tallysheet/report-model';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { SettingsService } from '../settings/settings.service';
import { ListPeopleService } from '../smart-lists/list-people.service';
import type { ListedPeople } from '../smart-lists/listed-people';
import { AssetFilterService } from './asset-filter.service';
import { compileSheet } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import { withTypeNames } from './campaign-types';
import { countDistinct } from './distinct-counts';
import { ListedCounts } from './listed/listed-counts';
import { withMessageRows } from './message-levels';
import { SheetParts } from './sheet-parts';
import { withTimes, type PairLeaf } from './sheet-row';
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
  /** Of such a period: the one in whose rows its days, weeks and months stand. */
  beside?: ResolvedFrame;
  /** Parts of the period it is compared with: what has a row there has one here. */
  shown?: readonly Leaf[];
  /** Whether it must be known whom the smart list keeps and leaves out. */
  tellsList?: boolean;
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
  /** Whose messages alone are counted; null for everybody's. */
  people: ListedPeople | null;
  /** Only where it was asked for. */
  listCounts: SmartListCounts | null;
  now: number;
}

/** In which period, and by what, messages are counted. */
interface Counting extends Pick<CountOptions, 'shown' | 'tellsList'> {
  frame: ResolvedFrame;
  calendar: FrameContext;
  level: BreakdownLevel | null;
  list: SmartList | undefined;
}

type Found = Pick<Counted, 'leaves' | 'people' | 'listCounts'>;

/** Counts what sheets, lists of people and explanations are made of: one way for all of them. */
@Injectable()
export class SheetCounts {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly settings: SettingsService,
    private readonly filters: AssetFilterService,
    private readonly lists: ListPeopleService,
    private readonly listed: ListedCounts,
  ) {}

  /** Counts what these columns of a checked query need, before it is put into rows. */
  async counted(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<Counted> {
    const { columns, now = Date.now(), signal, snapshot, shown, tellsList } = options;
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
      ...runsOf(query.trend ? [...levels, query.trend] : levels, frame, { timeZone, now }),
      messageLevels: levels.filter(isMessageLevel),
      basis,
    };
    asked.counters = [...new Set([...asked.counters, ...(options.counters ?? [])])];
    if (options.audiences) asked.audiences = options.audiences;
    const counting = { frame, calendar, level: breakdownAt(levels), shown, list: query.smartList, tellsList };
    const found = await this.count(ctx, asked, counting, settings, signal, snapshot);
    const names = { language: ctx.language, weekStart: settings.weekStart };
    const beside = options.beside ? besideFrames(options.beside, frame) : null;
    const isByMessage = asked.messageLevels.length > 0;
    const told = isByMessage ? withMessageRows(found.leaves.whole, levels, ctx.language) : found.leaves.whole;
    const timed = asked.timeParts.length > 0 ? withTimes(told, levels, names, beside) : told;
    const whole = withTypeNames(timed, levels, ctx.language);
    const leaves: Counted['leaves'] = {
      ...found.leaves,
      whole: query.trend ? withPeriods(whole, query.trend, settings.weekStart) : whole,
    };
    if (snapshot && distinct.length > 0) {
      leaves.distinct = await countDistinct(snapshot, asked, frame, levels, distinct);
    }
    const timeFrame = { from: iso(frame.from), to: iso(frame.to), timeZone, basis };
    return { ...found, type, settings, timeFrame, frame, levels, asked, leaves, now };
  }

  private async sheetQuery(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    metrics: readonly string[],
  ): Promise<Omit<SheetQuery, 'basis' | 'frame' | 'young' | 'timeParts' | 'messageLevels'>> {
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

  /** Messages as a whole and, where the levels ask for it, by link or domain: all of one moment. */
  private async count(
    ctx: Ctx,
    query: SheetQuery,
    counting: Counting,
    settings: Settings,
    signal: AbortSignal | undefined,
    within?: Within,
  ): Promise<Found> {
    const { frame, calendar, level, shown, list, tellsList } = counting;
    // Who is in a list, and what a message says of itself, only the messages know.
    const isByMessage = list !== undefined || query.messageLevels.length > 0;
    if (!level && !isByMessage) {
      return everybodys({ whole: await this.sheets.leaves(query, signal, within?.snapshot), parts: [] });
    }
    const found = async (snapshot: Transaction, dialect: Dialect) => {
      const parts = level && new SheetParts(ctx, snapshot, dialect, query, level, shown);
      const { aliases } = settings.domains;
      if (isByMessage) {
        const context = { calendar, humanOnly: query.humanOnly };
        const people = await this.lists.people(ctx, snapshot, list ?? EVERYBODY, context);
        const counted = await this.listed.leaves({ snapshot, dialect }, query, people, level, signal);
        const named = parts ? await parts.named(counted.whole, counted.parts, aliases) : [];
        const leaves = { whole: counted.whole, parts: named };
        if (!list) return everybodys(leaves);
        const listCounts = tellsList ? await this.listed.keptAndLeftOut({ snapshot, dialect }, query, people) : null;
        return { leaves, people, listCounts };
      }
      const whole = await this.sheets.leaves(query, signal, snapshot);
      return everybodys({ whole, parts: await parts!.of(whole, frame, youngPart(frame, calendar.now), aliases) });
    };
    if (within) return found(within.snapshot, within.dialect);
    const by = [level, ...query.messageLevels, list ? JSON.stringify(list) : ''].join(' ');
    const about = `${by}: ${compileSheet(query, () => '').text}`;
    return this.sheets.inSnapshot(found, signal && { about, signal });
  }
}

const EVERYBODY: SmartList = { match: 'all', rules: [] };

function everybodys(leaves: Counted['leaves']): Found {
  return { leaves, people: null, listCounts: null };
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
