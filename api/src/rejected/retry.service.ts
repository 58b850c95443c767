import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type CanonicalEvent,
  type Ctx,
  type RejectCode,
  type RetryResult,
  type SourceMapping,
} from '@tallysheet/contract';
import type { EventReading } from '@tallysheet/sources';
import { In } from 'typeorm';
import { Database } from '../database/database';
import { RejectedEvent } from '../database/entities/rejected-event.entity';
import { AssetRetryService } from '../imports/asset-retry.service';
import { IngestService } from '../ingest/ingest.service';
import type { RowFile, RowRetry } from '../ingest/row-retry';
import { SourceMappings } from '../ingest/source-mappings';
import { PeopleRetryService } from '../people/people-retry.service';
import { isRetryable, readAgain } from './read-again';
import { RejectedService, type RejectedWithRun } from './rejected.service';

interface Fault {
  code: RejectCode;
  field: string | null;
  detail: string;
}

interface Retrier {
  take(ctx: Ctx, raw: string, file: RowFile): Promise<RowRetry>;
}

interface Reread {
  rejected: RejectedWithRun;
  /** The text that somebody has given in place of the row's own. */
  repaired: string | undefined;
  readings: EventReading[];
  fault: Fault | null;
}

/**
 * Gives rejected rows another chance: as they are, when the mapping or Tallysheet itself has learnt, or repaired. What
 * is in is gone from the list; a stop in between leaves it there, and it is a duplicate the next time.
 */
@Injectable()
export class RetryService {
  /** The formats whose rows are no events. */
  private readonly ofNoEvents: ReadonlyMap<string, Retrier>;

  constructor(
    private readonly database: Database,
    private readonly ingest: IngestService,
    private readonly rejected: RejectedService,
    private readonly mappings: SourceMappings,
    people: PeopleRetryService,
    assets: AssetRetryService,
  ) {
    this.ofNoEvents = new Map<string, Retrier>([
      ['people', people],
      ['marketo-assets', assets],
    ]);
  }

  async all(ctx: Ctx, source?: string): Promise<RetryResult> {
    const total: RetryResult = { accepted: 0, duplicates: 0, rejected: 0, fault: null };
    for await (const rows of this.rejected.all(ctx, source)) {
      const hopeful = rows.filter(({ row }) => isRetryable(row));
      const result = await this.take(
        ctx,
        hopeful.map((each) => ({ each })),
      );
      total.accepted += result.accepted;
      total.duplicates += result.duplicates;
      total.rejected += result.rejected + rows.length - hopeful.length;
    }
    return total;
  }

  /** One row, with another text if one is given. Throws `not-found` and, for what cannot be read again, `not-retryable`. */
  async one(ctx: Ctx, id: number, raw?: string): Promise<RetryResult> {
    const each = await this.rejected.one(ctx, id);
    if (!isRetryable(each.row)) throw new TallysheetError('not-retryable');
    return this.take(ctx, [{ each, repaired: raw }]);
  }

  private async take(ctx: Ctx, rows: { each: RejectedWithRun; repaired?: string | undefined }[]): Promise<RetryResult> {
    const mappings = new Map<string, SourceMapping>();
    for (const { source } of rows.map(({ each }) => each.row)) {
      if (!mappings.has(source)) mappings.set(source, await this.mappings.of(ctx, source));
    }
    const read: Reread[] = [];
    const result: RetryResult = { accepted: 0, duplicates: 0, rejected: 0, fault: null };
    for (const { each, repaired } of rows) {
      const retrier = this.ofNoEvents.get(each.row.format);
      if (retrier) {
        const { accepted, fault } = await retrier.take(ctx, repaired ?? each.row.raw, each.run);
        result.accepted += accepted;
        read.push({ rejected: each, repaired, readings: [], fault });
        continue;
      }
      const readings = await this.readingsOf(each, repaired ?? each.row.raw, mappings.get(each.row.source)!);
      const fault = readings.find((reading) => reading.kind === 'rejected') ?? null;
      read.push({ rejected: each, repaired, readings, fault });
    }
    for (const source of new Set(read.map(({ rejected }) => rejected.row.source))) {
      const own = read.filter(({ rejected, fault }) => rejected.row.source === source && fault === null);
      const events = own.flatMap((each) => eventsOf(each).map((event) => ({ event, each })));
      const took = await this.ingest.ingest(
        ctx,
        source,
        events.map(({ event }) => event),
      );
      result.accepted += took.accepted;
      result.duplicates += took.duplicates;
      for (const { index, code, detail } of took.rejected) events[index]!.each.fault = { code, field: null, detail };
    }
    await this.settle(ctx, read);
    const faults = read.flatMap(({ fault }) => fault ?? []);
    result.rejected = faults.length;
    const [fault] = faults;
    if (rows.length === 1 && fault) result.fault = { code: fault.code, field: fault.field, detail: fault.detail };
    return result;
  }

  private async readingsOf(each: RejectedWithRun, raw: string, mapping: SourceMapping): Promise<EventReading[]> {
    try {
      return await readAgain(each, raw, mapping);
    } catch (error) {
      // Its file's header cannot be read under today's rules, or there is nothing in the text.
      if (!(error instanceof TallysheetError)) throw error;
      return [{ kind: 'rejected', code: 'invalid-field', field: null, detail: error.code }];
    }
  }

  private async settle({ workspaceId }: Ctx, read: readonly Reread[]): Promise<void> {
    const done = read.filter(({ fault }) => fault === null).map(({ rejected }) => rejected.row.id);
    await this.database.write(async (manager) => {
      if (done.length > 0) await manager.delete(RejectedEvent, { workspaceId, id: In(done) });
      for (const { rejected, repaired, fault } of read) {
        if (!fault) continue;
        const { code, field, detail } = fault;
        // A row that was only read again keeps its text: somebody may be repairing it meanwhile.
        const text = repaired === undefined ? {} : { raw: repaired };
        await manager.update(RejectedEvent, { workspaceId, id: rejected.row.id }, { ...text, code, field, detail });
      }
    });
  }
}

function eventsOf({ readings }: Reread): CanonicalEvent[] {
  return readings.flatMap((reading) => (reading.kind === 'event' ? [reading.event] : []));
}
