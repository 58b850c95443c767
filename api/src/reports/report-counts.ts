import { Injectable } from '@nestjs/common';
import type { Ctx, ReportQuery, Settings, Sheet, SmartListCounts } from '@tallysheet/contract';
import type { CountedLeaves, ReportType, ResolvedFrame } from '@tallysheet/report-model';
import type { ListedPeople } from '../smart-lists/listed-people';
import type { SheetQuery } from './compile/sheet-query';
import { PeopleCounts } from './of-people/people-counts';
import { ProgramCounts } from './of-programs/program-counts';
import { SheetCounts, type CountOptions, type Within } from './sheet-counts';
import { SheetRepository } from './sheet.repository';

/** What a report counts, whatever it counts. `asked` is what tallies were asked for; null where none were. */
export interface CountedReport {
  settings: Settings;
  timeFrame: Sheet['timeFrame'];
  frame: ResolvedFrame;
  /** As `levelId` writes them. */
  levels: readonly string[];
  asked: SheetQuery | null;
  leaves: CountedLeaves;
  /** Whose messages alone are counted; null for everybody's. */
  people: ListedPeople | null;
  /** Only where it was asked for. */
  listCounts: SmartListCounts | null;
  now: number;
}

/** Counts what a type of report is about: messages, people, or programs. */
@Injectable()
export class ReportCounts {
  constructor(
    private readonly messages: SheetCounts,
    private readonly people: PeopleCounts,
    private readonly programs: ProgramCounts,
    private readonly repository: SheetRepository,
  ) {}

  async counted(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<CountedReport> {
    switch (type.counts) {
      case 'people':
        return this.ofPeople(ctx, query, type, options);
      case 'programs':
        return this.ofPrograms(ctx, query, type, options);
      default:
        return this.messages.counted(ctx, query, type, options);
    }
  }

  private async ofPeople(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    options: CountOptions,
  ): Promise<CountedReport> {
    const { timeZone, frame, ...counted } = await this.people.counted(ctx, query, type, options);
    const timeFrame = { from: iso(frame.from), to: iso(frame.to), timeZone, basis: 'created' as const };
    return { ...counted, frame, timeFrame, asked: null, people: null, listCounts: null };
  }

  /** Messages and what stands beside them, of one moment. */
  private ofPrograms(ctx: Ctx, query: ReportQuery, type: ReportType, options: CountOptions): Promise<CountedReport> {
    const { signal, audiences } = options;
    const within = async (snapshot: Within): Promise<CountedReport> => {
      const counted = await this.messages.counted(ctx, query, type, { ...options, snapshot });
      // Of tests there is nothing beside the messages.
      if (audiences) return counted;
      const { asked, frame } = counted;
      const leaves = await this.programs.beside(snapshot.snapshot, counted.leaves, { ctx, query, asked, frame });
      return { ...counted, leaves };
    };
    if (options.snapshot) return within(options.snapshot);
    const patience = signal && { about: type.id, signal };
    return this.repository.inSnapshot((snapshot, dialect) => within({ snapshot, dialect }), patience);
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
