import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type EventsResult } from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import { decodeFile, readJsonEvents } from '@tallysheet/sources';
import { IntakeService } from './intake.service';
import { RejectedLog } from './rejected-log';

/** So many rejected events are listed in the answer; all are kept. */
const LISTED = 1000;

/** Takes in the body of a call with canonical events. */
@Injectable()
export class EventIntakeService {
  constructor(
    private readonly intake: IntakeService,
    private readonly rejected: RejectedLog,
  ) {}

  /** Throws `unreadable-body` when nothing in the body is JSON, and `bad-gzip` when it is cut off (what came is in). */
  async take(ctx: Ctx, source: string, bytes: AsyncIterable<Uint8Array>): Promise<EventsResult> {
    const answer: EventsResult = { accepted: 0, duplicates: 0, rejected: [], rejectedTotal: 0 };
    let rows = 0;
    let notJson = 0;
    const text = decodeFile(bytes);
    await this.intake.take(ctx, source, readJsonEvents(text, Date.now), {
      onReport: async (report) => {
        rows += report.rowsRead;
        notJson += report.rejected.filter(({ code }) => code === 'not-json').length;
        answer.accepted += report.accepted;
        answer.duplicates += report.duplicates;
        answer.rejectedTotal += report.rejected.length;
        for (const { index, code, field, detail } of report.rejected) {
          if (answer.rejected.length >= LISTED) break;
          const reason = format(ctx.language, `reject.${code}` as MessageKey);
          answer.rejected.push({ index, code, field, detail: detail === '' ? reason : `${reason}: ${detail}` });
        }
        await this.rejected.keep(ctx, { source, format: 'events' }, report.rejected);
      },
    });
    if (rows > 0 && notJson === rows) throw new TallysheetError('unreadable-body');
    return answer;
  }
}
