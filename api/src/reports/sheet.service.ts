import { Injectable } from '@nestjs/common';
import { type Ctx, type ReportQuery, type Settings, type Sheet, type SheetNote } from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS } from '@tallysheet/counting';
import {
  assembleSheet,
  breakdownAt,
  coverFrame,
  inputsOf,
  metric,
  resolveTimeFrame,
  rollUp,
  type BreakdownLevel,
  type Leaf,
  type ReportType,
  type ResolvedFrame,
  type SheetCounter,
} from '@tallysheet/report-model';
import type { Transaction } from '../database/store';
import { Revisions } from '../live/revisions';
import { SettingsService } from '../settings/settings.service';
import { TreeService } from '../tree/tree.service';
import { checkQuery } from './check-query';
import { compileSheet } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import { SheetParts } from './sheet-parts';
import { leafOf, type PairLeaf } from './sheet-row';
import { SheetRepository } from './sheet.repository';
import { TimeLimit } from './time-limit';

const NOTE_COUNTERS: SheetCounter[] = ['noSendRecord', 'repeatSends', 'noRepeatKey'];

/** Computes sheets: the one engine behind screen and export. */
@Injectable()
export class SheetService {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly settings: SettingsService,
    private readonly tree: TreeService,
    private readonly revisions: Revisions,
    private readonly limit: TimeLimit,
  ) {}

  /** Runs a query. Throws `unknown-report-type`, `unknown-column`, `unknown-time-zone`, `report-timed-out`. */
  run(ctx: Ctx, query: ReportQuery, signal?: AbortSignal): Promise<Sheet> {
    return this.limit.within(signal, (ended) => this.compute(ctx, query, ended));
  }

  private async compute(ctx: Ctx, query: ReportQuery, signal: AbortSignal): Promise<Sheet> {
    const settings = await this.settings.read(ctx);
    const revision = await this.revisions.of(ctx);
    const type = checkQuery(query);
    const columns = query.columns ?? type.defaultColumns;
    const timeZone = query.timeZone ?? settings.timeZone;
    const now = Date.now();
    const frame = resolveTimeFrame(query.timeFrame, { timeZone, weekStart: settings.weekStart, now });
    const basis = query.timeBasis ?? 'sent';
    const levels = query.groupBy ?? type.levels;
    const plan = {
      levels,
      basis,
      columns,
      humanOnly: query.humanOnly ?? false,
      sort: query.sort ?? [],
      language: ctx.language,
    };
    const asked = await this.sheetQuery(ctx, query, type, columns, frame, now);
    const leaves = await this.count(ctx, asked, { frame, now, level: breakdownAt(levels) }, settings, signal);
    const { rows, total } = assembleSheet(leaves, plan);
    return {
      reportType: type.id,
      timeFrame: { from: iso(frame.from), to: iso(frame.to), timeZone, basis },
      columns: columns.map((id) => ({ id, label: metric(id).label[ctx.language], unit: metric(id).unit })),
      rows,
      total: { id: 'total', values: total },
      notes: await this.notes(asked, leaves.whole, settings, frame, type, signal),
      computedAt: new Date(now).toISOString(),
      revision,
    };
  }

  private async sheetQuery(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    columns: readonly string[],
    frame: ResolvedFrame,
    now: number,
  ): Promise<SheetQuery> {
    const sorted = (query.sort ?? []).map(({ columnId }) => columnId).filter((id) => id !== 'name');
    const inputs = inputsOf([...columns, ...sorted], query.humanOnly ?? false);
    const { folders, programs, ...filter } = query.assetFilter ?? {};
    const inFolders = folders && (await this.tree.programsIn(ctx, folders));
    return {
      workspaceId: ctx.workspaceId,
      basis: query.timeBasis ?? 'sent',
      audiences: query.hideDeletedPeople ? ['live'] : ['live', 'deleted'],
      frame: coverFrame(frame.from, frame.to),
      young: coverFrame(...youngPart(frame, now)),
      counters: [...new Set<SheetCounter>([...inputs.counters, ...NOTE_COUNTERS])],
      humanOnly: query.humanOnly ?? false,
      extremes: inputs.extremes,
      channel: type.channel,
      filter: {
        ...filter,
        programs: inFolders && programs ? programs.filter((id) => inFolders.includes(id)) : (inFolders ?? programs),
      },
    };
  }

  /** Messages as a whole and, where the levels ask for it, by link or domain: both of one moment. */
  private async count(
    ctx: Ctx,
    query: SheetQuery,
    { frame, now, level }: { frame: ResolvedFrame; now: number; level: BreakdownLevel | null },
    settings: Settings,
    signal: AbortSignal,
  ): Promise<{ whole: PairLeaf[]; parts: PairLeaf[] }> {
    if (!level) return { whole: await this.leaves(query, signal), parts: [] };
    const about = `${level}: ${compileSheet(query).text}`;
    return this.sheets.inSnapshot(
      async (snapshot, dialect) => {
        const whole = await this.leaves(query, signal, snapshot);
        const parts = new SheetParts(ctx, snapshot, dialect, query, level);
        return { whole, parts: await parts.of(whole, frame, youngPart(frame, now), settings.domains.aliases) };
      },
      { about, signal },
    );
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

/** Rule 3: the part of a frame whose quarter hours ended less than 3 days ago. */
function youngPart(frame: ResolvedFrame, now: number): [number | null, number | null] {
  const oldestYoung = firstPendingQuarter(now) * QUARTER_MS;
  return [Math.max(frame.from ?? 0, oldestYoung), frame.to];
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
