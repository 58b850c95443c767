import { Injectable } from '@nestjs/common';
import { type Ctx, type ReportQuery, type Settings, type Sheet, type SheetNote } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import {
  assembleSheet,
  besideOther,
  compareFrame,
  coverFrame,
  limitRows,
  metric,
  metricsBehind,
  readCalculatedColumns,
  rollUp,
  sheetColumn,
  sortedBy,
  sortForTop,
  withCompared,
  type Leaf,
  type ReportType,
  type ResolvedFrame,
} from '@tallysheet/report-model';
import { Revisions } from '../live/revisions';
import { checkQuery } from './check-query';
import type { SheetQuery } from './compile/sheet-query';
import { ReportCounts } from './report-counts';
import { SheetCounts } from './sheet-counts';
import { TimeLimit } from './time-limit';

/** Computes sheets: the one engine behind screen and export. */
@Injectable()
export class SheetService {
  constructor(
    private readonly reports: ReportCounts,
    private readonly counts: SheetCounts,
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
    const own = await this.reports.counted(ctx, query, type, { columns: metrics, signal });
    const { asked, frame, levels, settings, now } = own;
    const calendar = { timeZone: own.timeFrame.timeZone, weekStart: settings.weekStart, now };
    const otherFrame = query.compare ? compareFrame(query.timeFrame, query.compare, calendar) : null;
    const plan = {
      ...{ levels, columns, calculated, sort },
      basis: own.timeFrame.basis,
      humanOnly: query.humanOnly ?? false,
      own: type.own,
      language: ctx.language,
      compared: otherFrame !== null,
    };
    const other = otherFrame && {
      ...{ columns: metrics, signal, now, frame: otherFrame },
      shown: own.leaves.parts,
    };
    const leaves = other
      ? besideOther(own.leaves, (await this.reports.counted(ctx, query, type, other)).leaves)
      : own.leaves;
    const { rows: allRows, total } = assembleSheet(leaves, plan);
    const { search, top } = query;
    const limits = { search, top, othersName: format(ctx.language, 'row.others') };
    const { rows, shown, all } = limitRows(allRows, leaves, plan, limits);
    const notes = asked ? await this.notes(asked, own.leaves.whole, settings, frame, type, signal) : [];
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
      const whole = rollUp(await this.counts.leaves({ ...query, filter, counters: ['sent'], extremes: [] }, signal));
      count('archived-left-out', (whole.counters.sent ?? 0) - (counters.sent ?? 0));
    }
    if (query.basis === 'activity' && leaves.length > 0 && hasRates(type))
      notes.push({ code: 'rates-mix-cohorts', params: {} });
    if (query.basis === 'activity' && type.levels.includes('link')) {
      notes.push({ code: 'links-by-first-click', params: {} });
    }
    if (leaves.length === 0 && frame.from !== null) {
      const everything = { ...query, ...ALL_TIME, extremes: ['lastSentAt' as const] };
      const latest = rollUp(await this.counts.leaves(everything, signal)).extremes.lastSentAt;
      if (latest !== undefined) notes.push({ code: 'latest-send', params: { at: new Date(latest).toISOString() } });
    }
    return notes;
  }
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
