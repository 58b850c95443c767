import { Injectable } from '@nestjs/common';
import type { Ctx, ReportQuery, Settings, Sheet } from '@tallysheet/contract';
import type { CountedLeaves, ReportType, ResolvedFrame } from '@tallysheet/report-model';
import type { SheetQuery } from './compile/sheet-query';
import { PeopleCounts } from './of-people/people-counts';
import { SheetCounts, type CountOptions } from './sheet-counts';

/** What a report counts, whatever it counts. `asked` is what tallies were asked for; null where none were. */
export interface CountedReport {
  settings: Settings;
  timeFrame: Sheet['timeFrame'];
  frame: ResolvedFrame;
  /** As `levelId` writes them. */
  levels: readonly string[];
  asked: SheetQuery | null;
  leaves: CountedLeaves;
  now: number;
}

/** Counts what a type of report is about: messages, or people. */
@Injectable()
export class ReportCounts {
  constructor(
    private readonly messages: SheetCounts,
    private readonly people: PeopleCounts,
  ) {}

  async counted(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<CountedReport> {
    if (type.counts !== 'people') return this.messages.counted(ctx, query, type, options);
    const { timeZone, frame, ...counted } = await this.people.counted(ctx, query, type, options);
    const timeFrame = { from: iso(frame.from), to: iso(frame.to), timeZone, basis: 'created' as const };
    return { ...counted, frame, timeFrame, asked: null };
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
