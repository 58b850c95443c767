import { EVENT_KINDS, type MessageEventKind } from '@tallysheet/contract';
import { sendKey, VERDICTS, type CountedEvent, type CountingRules } from '@tallysheet/counting';
import { hex } from '../database/hash';

/** The columns of a stored event that counting reads. */
export const COUNTED_COLUMNS =
  'source_id, event_hash, kind, happened_at, person_id, run, message_id, variant, link_id, tracked, verdict, open_tracking, test';

export interface CountedRow {
  source_id: number;
  event_hash: Uint8Array;
  kind: number;
  happened_at: number;
  person_id: Uint8Array;
  run: string | null;
  message_id: string | null;
  variant: string | null;
  link_id: Uint8Array | null;
  tracked: number;
  verdict: number | null;
  open_tracking: number | null;
  test: number;
}

/** A stored event as counting reads it. */
export function countedEvent(row: CountedRow, hash = hex(row.event_hash)): CountedEvent {
  return {
    id: `${row.source_id}:${hash}`,
    kind: EVENT_KINDS[row.kind] as MessageEventKind,
    at: Number(row.happened_at),
    link: row.link_id && hex(row.link_id),
    tracked: row.tracked === 1,
    verdict: VERDICTS[row.verdict ?? 0]!,
    test: row.test === 1,
    openTracking: row.open_tracking === null ? null : row.open_tracking === 1,
    run: row.run,
    variant: row.variant,
  };
}

/** Which of a person's messages of one campaign and asset an event belongs to (rule 1). */
export function sendKeyOf(row: CountedRow, rules: CountingRules): string {
  return sendKey({ run: row.run, messageId: row.message_id }, rules);
}
