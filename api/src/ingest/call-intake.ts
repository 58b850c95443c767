import { Injectable } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import type { EventRow } from '@tallysheet/sources';
import { IntakeService, type IntakeReport } from './intake.service';
import { RejectedLog } from './rejected-log';

/** What became of the events of one call. */
export interface CallCounts {
  rowsRead: number;
  accepted: number;
  duplicates: number;
  rejected: number;
}

/** Takes in the events of one call, of the API or of a webhook, and keeps what could not be used. */
@Injectable()
export class CallIntake {
  constructor(
    private readonly intake: IntakeService,
    private readonly log: RejectedLog,
  ) {}

  async take(
    ctx: Ctx,
    from: { source: string; format: string },
    rows: AsyncIterable<EventRow>,
    onRejected: (rejected: IntakeReport['rejected']) => void = () => undefined,
  ): Promise<CallCounts> {
    const counts: CallCounts = { rowsRead: 0, accepted: 0, duplicates: 0, rejected: 0 };
    await this.intake.take(ctx, from.source, rows, {
      onReport: async ({ rowsRead, accepted, duplicates, rejected }) => {
        counts.rowsRead += rowsRead;
        counts.accepted += accepted;
        counts.duplicates += duplicates;
        counts.rejected += rejected.length;
        onRejected(rejected);
        await this.log.keep(ctx, from, rejected);
      },
    });
    return counts;
  }
}
