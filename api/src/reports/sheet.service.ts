import { Injectable } from '@nestjs/common';
import { type Ctx, type ReportQuery, type Sheet, type SheetNote } from '@tallysheet/contract';
import {
  besideOther,
  compareColumns,
  compareFrame,
  coverFrame,
  hasTrend,
  metric,
  metricsBehind,
  readCalculatedColumns,
  reportTypeById,
  rollUp,
  sheetColumn,
  sortedBy,
  trendColumns,
  trendPeriods,
  type ReportType,
} from '@tallysheet/report-model';
import { Revisions } from '../live/revisions';
import { checkQuery } from './check-query';
import type { SheetQuery } from './compile/sheet-query';
import { KeptSheets } from './kept/kept-sheets';
import { SheetResult, sortOf } from './kept/sheet-result';
import { ListedCounts } from './listed/listed-counts';
import { ReportCounts, type CountedReport } from './report-counts';
import { TimeLimit } from './time-limit';

/** Computes sheets: the one engine behind screen and export. */
@Injectable()
export class SheetService {
  constructor(
    private readonly reports: ReportCounts,
    private readonly listed: ListedCounts,
    private readonly revisions: Revisions,
    private readonly limit: TimeLimit,
    private readonly kept: KeptSheets,
  ) {}

  /** Runs a query: all rows, or a page of them. Throws what `checkQuery` throws, `report-timed-out`, `cursor-expired`. */
  async run(ctx: Ctx, asked: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    const query = inUsualOrder(asked);
    if (query.cursor !== undefined) {
      checkQuery(query);
      return this.kept.nextPage(ctx, query);
    }
    const result = await this.limit.within(signal, (ended) => this.compute(ctx, query, ended));
    return this.kept.firstPage(ctx, query, result);
  }

  /** Runs a query and tells all rows, however many. */
  async whole(ctx: Ctx, asked: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    const query = inUsualOrder(asked);
    return (await this.limit.within(signal, (ended) => this.compute(ctx, query, ended))).sheet(query);
  }

  private async compute(ctx: Ctx, query: ReportQuery, signal: AbortSignal): Promise<SheetResult> {
    // Read before what is counted: a sheet that is told too late is counted again, one told too early never.
    const revision = await this.revisions.of(ctx);
    const type = checkQuery(query);
    const calculated = readCalculatedColumns(query.calculatedColumns, type);
    const columns = query.columns ?? [...type.defaultColumns, ...calculated.map(({ id }) => id)];
    const metrics = metricsBehind([...columns, ...sortedBy(sortOf(query, columns))], calculated);
    const own = await this.reports.counted(ctx, query, type, { columns: metrics, signal, tellsList: true });
    const { frame, levels, settings, now } = own;
    const calendar = { timeZone: own.timeFrame.timeZone, weekStart: settings.weekStart, now };
    const otherFrame = query.compare ? compareFrame(query.timeFrame, query.compare, calendar) : null;
    const shownColumns = columns.map((id) => sheetColumn(id, calculated, ctx.language));
    const names = { language: ctx.language, weekStart: settings.weekStart };
    const periods = query.trend
      ? trendPeriods(
          query.trend,
          frame,
          own.leaves.whole.flatMap(({ local, present = 0, ...leaf }) =>
            local && present > 0 ? [{ ...leaf, local }] : [],
          ),
          {
            columns: shownColumns.filter(hasTrend).length,
            ...names,
          },
        )
      : [];
    const plan = {
      ...{ levels, columns, calculated },
      periods: periods.map(({ id }) => id),
      basis: own.timeFrame.basis,
      humanOnly: query.humanOnly ?? false,
      own: type.own,
      language: ctx.language,
      compared: otherFrame !== null,
    };
    const other = otherFrame && {
      ...{ columns: metrics, signal, now, frame: otherFrame, beside: frame },
      shown: own.leaves.parts,
    };
    const leaves = other
      ? besideOther(own.leaves, (await this.reports.counted(ctx, { ...query, trend: undefined }, type, other)).leaves)
      : own.leaves;
    const head = {
      reportType: type.id,
      timeFrame: own.timeFrame,
      ...(otherFrame ? { compare: { from: iso(otherFrame.from)!, to: iso(otherFrame.to)! } } : {}),
      columns: shownColumns.flatMap((column) => [
        column,
        ...(otherFrame ? compareColumns(column, ctx.language) : []),
        ...trendColumns(column, periods),
      ]),
      notes: await this.notes(own, type, signal),
      ...(own.listCounts ? { smartList: own.listCounts } : {}),
      computedAt: new Date(now).toISOString(),
      revision,
    };
    return new SheetResult(head, leaves, plan, metrics);
  }

  /** Counted facts that a reader needs to believe the numbers. */
  private async notes(own: CountedReport, type: ReportType, signal?: AbortSignal): Promise<SheetNote[]> {
    const { asked: query, settings, frame, people } = own;
    if (!query) return [];
    const leaves = own.leaves.whole;
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
      const { sent } = await this.listed.sends({ ...query, filter }, people, signal);
      count('archived-left-out', sent - (counters.sent ?? 0));
    }
    if (query.basis === 'activity' && leaves.length > 0 && hasRates(type))
      notes.push({ code: 'rates-mix-cohorts', params: {} });
    if (query.basis === 'activity' && type.levels.includes('link')) {
      notes.push({ code: 'links-by-first-click', params: {} });
    }
    if (leaves.length === 0 && frame.from !== null) {
      const { latest } = await this.listed.sends({ ...query, ...ALL_TIME }, people, signal);
      if (latest !== null) notes.push({ code: 'latest-send', params: { at: new Date(latest).toISOString() } });
    }
    return notes;
  }
}

/** Sorted as its type usually is, where nothing else is asked for. Throws `unknown-report-type`. */
function inUsualOrder(query: ReportQuery): ReportQuery {
  return { ...query, sort: query.sort ?? reportTypeById(query.reportType).sort };
}

function hasRates({ columns }: ReportType): boolean {
  return columns.some((id) => metric(id).unit === 'rate');
}

const ALL_TIME: Pick<SheetQuery, 'frame' | 'young' | 'timeParts'> = {
  frame: coverFrame(null, null),
  young: [],
  timeParts: [],
};

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
