import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type EventsResult } from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import { decodeFile, readJsonEvents } from '@tallysheet/sources';
import { CallIntake } from './call-intake';

/** So many rejected events are listed in the answer; all are kept. */
const LISTED = 1000;

/** Takes in the body of a call with canonical events. */
@Injectable()
export class EventIntakeService {
  constructor(private readonly calls: CallIntake) {}

  /** Throws `unreadable-body` when nothing in the body is JSON, and `bad-gzip` when it is cut off (what came is in). */
  async take(ctx: Ctx, source: string, bytes: AsyncIterable<Uint8Array>): Promise<EventsResult> {
    const listed: EventsResult['rejected'] = [];
    let notJson = 0;
    const rows = readJsonEvents(decodeFile(bytes), Date.now);
    const counts = await this.calls.take(ctx, { source, format: 'events' }, rows, (rejected) => {
      notJson += rejected.filter(({ code }) => code === 'not-json').length;
      for (const { index, code, field, detail } of rejected.slice(0, LISTED - listed.length)) {
        const reason = format(ctx.language, `reject.${code}` as MessageKey);
        listed.push({ index, code, field, detail: detail === '' ? reason : `${reason}: ${detail}` });
      }
    });
    const { rowsRead, accepted, duplicates, rejected: rejectedTotal } = counts;
    if (rowsRead > 0 && notJson === rowsRead) throw new TallysheetError('unreadable-body');
    return { accepted, duplicates, rejected: listed, rejectedTotal };
  }
}
