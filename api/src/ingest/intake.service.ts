import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Ctx, RejectedRow } from '@tallysheet/contract';
import type { IpRanges } from '@tallysheet/counting';
import type { EventRow } from '@tallysheet/sources';
import { Store } from '../database/store';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { incoming, type Incoming, type Rejection } from './incoming';
import { IngestService } from './ingest.service';
import { JointIngest } from './joint-ingest';
import { SliceSize } from './slice-size';
import type { TakeOptions } from './taken';

/** Long rows fill a batch as well: memory is that of two batches. */
const CHARACTERS_PER_BATCH = 10_000_000;
/** A stream of rows that do not count must be seen to go on as well. */
const ROWS_PER_SIGN_OF_LIFE = 20_000;
/** So many rows are read before whatever else waits for the thread gets its turn. */
const ROWS_AT_A_TIME = 50;

/** What became of the rows since the last report. `index` counts the rows of the whole stream from 0. */
export interface IntakeReport {
  rowsRead: number;
  accepted: number;
  duplicates: number;
  rejected: (RejectedRow & { index: number })[];
  /** Rows that say nothing about a message, by the sender's name of their type. */
  passedOver: ReadonlyMap<string, number>;
}

interface Batch {
  /** How long the texts of its rows are together. */
  characters: number;
  /** The rows that are events, each with its index in the whole stream. */
  rows: { index: number; row: EventRow }[];
  /** What `rows` hold, read as far as it can be without the store. */
  events: (Incoming | Rejection)[];
  report: IntakeReport;
}

/** Takes in a stream of read events, of any length, with the memory of two batches. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly store: Store,
    private readonly ingest: IngestService,
    private readonly joint: JointIngest,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Ingests the rows batch by batch and reports each one once it is on disk; the next batch is read meanwhile. Others
   * that write get in between two batches. When the stream breaks off, what was read before is in.
   */
  async take(
    ctx: Ctx,
    source: string,
    rows: AsyncIterable<EventRow>,
    options: { dryRun?: boolean; onReport: (report: IntakeReport) => Promise<void> },
  ): Promise<void> {
    const size = new SliceSize(this.store.sliceMs);
    let batch = newBatch();
    let writing: Promise<void> = Promise.resolve();
    const flush = async (isLast = false) => {
      await writing;
      const counted = Promise.withResolvers<void>();
      writing = this.write(ctx, source, batch, size, { ...options, onCounted: counted.resolve });
      if (!isLast) writing = writing.then(() => this.store.giveWay());
      // Awaited before the next batch is written, or at the end: a failure is not lost.
      writing.catch(() => undefined);
      batch = newBatch();
      // What reads the next rows would keep the store waiting for this batch's statements.
      await Promise.race([counted.promise, writing]);
    };
    let index = 0;
    try {
      for await (const row of rows) {
        add(batch, index, row, this.config.ipRanges);
        index += 1;
        const isFull =
          batch.rows.length + batch.report.rejected.length >= size.events || batch.characters >= CHARACTERS_PER_BATCH;
        if (isFull || batch.report.rowsRead >= ROWS_PER_SIGN_OF_LIFE) await flush();
        else if (index % ROWS_AT_A_TIME === 0) await nextTurn();
      }
    } finally {
      await flush(true);
      await writing;
    }
  }

  private async write(
    ctx: Ctx,
    source: string,
    { rows, events, report }: Batch,
    size: SliceSize,
    options: TakeOptions & { onReport: (report: IntakeReport) => Promise<void> },
  ): Promise<void> {
    const start = performance.now();
    const taken = options.dryRun
      ? await this.ingest.take(ctx, source, events, options)
      : await this.joint.take(ctx, source, events, options);
    size.learn(events.length, performance.now() - start);
    report.accepted = taken.accepted;
    report.duplicates = taken.duplicates.length;
    for (const { index, code, detail } of taken.rejected) {
      const { row, index: place } = rows[index]!;
      report.rejected.push({ index: place, line: row.line, raw: row.raw, code, detail, field: null });
    }
    report.rejected.sort((a, b) => a.index - b.index);
    await options.onReport(report);
  }
}

function newBatch(): Batch {
  return {
    characters: 0,
    rows: [],
    events: [],
    report: { rowsRead: 0, accepted: 0, duplicates: 0, rejected: [], passedOver: new Map() },
  };
}

function add(batch: Batch, index: number, row: EventRow, ranges: IpRanges): void {
  const { rows, events, report } = batch;
  const { line, raw, result } = row;
  batch.characters += raw.length;
  report.rowsRead += 1;
  switch (result.kind) {
    case 'event':
      events.push(incoming(result.event, rows.length, Date.now(), ranges));
      rows.push({ index, row });
      return;
    case 'passed-over': {
      const counts = report.passedOver as Map<string, number>;
      counts.set(result.type, (counts.get(result.type) ?? 0) + 1);
      return;
    }
    case 'rejected':
      report.rejected.push({ index, line, raw, code: result.code, field: result.field, detail: result.detail });
  }
}
