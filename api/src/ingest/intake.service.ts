import { Injectable } from '@nestjs/common';
import type { CanonicalEvent, Ctx, RejectedRow } from '@tallysheet/contract';
import type { EventRow } from '@tallysheet/sources';
import { IngestService } from './ingest.service';

const EVENTS_PER_BATCH = 5000;
/** Long rows fill a batch as well: memory is that of two batches. */
const CHARACTERS_PER_BATCH = 10_000_000;
/** A stream of rows that do not count must be seen to go on as well. */
const ROWS_PER_SIGN_OF_LIFE = 20_000;

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
  rows: { index: number; row: EventRow; event: CanonicalEvent }[];
  report: IntakeReport;
}

/** Takes in a stream of read events, of any length, with the memory of two batches. */
@Injectable()
export class IntakeService {
  constructor(private readonly ingest: IngestService) {}

  /**
   * Ingests the rows batch by batch and reports each one once it is on disk; the next batch is read meanwhile. When
   * the stream breaks off, what was read before is in.
   */
  async take(
    ctx: Ctx,
    source: string,
    rows: AsyncIterable<EventRow>,
    options: { dryRun?: boolean; onReport: (report: IntakeReport) => Promise<void> },
  ): Promise<void> {
    let batch = newBatch();
    let writing: Promise<void> = Promise.resolve();
    const flush = async () => {
      await writing;
      writing = this.write(ctx, source, batch, options);
      // Awaited before the next batch is written, or at the end: a failure is not lost.
      writing.catch(() => undefined);
      batch = newBatch();
    };
    let index = 0;
    try {
      for await (const row of rows) {
        add(batch, index, row);
        index += 1;
        const isFull =
          batch.rows.length + batch.report.rejected.length >= EVENTS_PER_BATCH ||
          batch.characters >= CHARACTERS_PER_BATCH;
        if (isFull || batch.report.rowsRead >= ROWS_PER_SIGN_OF_LIFE) await flush();
      }
    } finally {
      await flush();
      await writing;
    }
  }

  private async write(
    ctx: Ctx,
    source: string,
    { rows, report }: Batch,
    options: { dryRun?: boolean; onReport: (report: IntakeReport) => Promise<void> },
  ): Promise<void> {
    const events = rows.map(({ event }) => event);
    const result = await this.ingest.ingest(ctx, source, events, options);
    report.accepted = result.accepted;
    report.duplicates = result.duplicates;
    for (const { index, code, detail } of result.rejected) {
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
    report: { rowsRead: 0, accepted: 0, duplicates: 0, rejected: [], passedOver: new Map() },
  };
}

function add(batch: Batch, index: number, row: EventRow): void {
  const { rows, report } = batch;
  const { line, raw, result } = row;
  batch.characters += raw.length;
  report.rowsRead += 1;
  switch (result.kind) {
    case 'event':
      rows.push({ index, row, event: result.event });
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
