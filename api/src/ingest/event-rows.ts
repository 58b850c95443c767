import { EVENT_KINDS, type MessageEventKind } from '@tallysheet/contract';
import { kindOnLink, sendKey, VERDICTS, type CountedEvent, type CountingRules } from '@tallysheet/counting';
import { hex } from '../database/hash';
import type { LinkBook } from './link.repository';

/** The columns of a stored event that counting reads. */
export const COUNTED_COLUMNS =
  'source_id, event_hash, kind, happened_at, person_id, domain, run, message_id, variant, link_id, verdict, device, ' +
  'reason_code, open_tracking, test';

export interface CountedRow {
  source_id: number;
  event_hash: Uint8Array;
  kind: number;
  happened_at: number;
  person_id: Uint8Array;
  domain: string | null;
  run: string | null;
  message_id: string | null;
  variant: string | null;
  link_id: Uint8Array | null;
  verdict: number | null;
  device: string | null;
  reason_code: string | null;
  open_tracking: number | null;
  test: number;
  /** Hex of `event_hash`, where it is known already. */
  hash?: string;
}

/** A stored event as counting reads it. */
export function countedEvent(row: CountedRow, links: LinkBook): CountedEvent {
  const link = row.link_id && links.of(hex(row.link_id));
  const kind = EVENT_KINDS[row.kind] as MessageEventKind;
  return {
    id: `${row.source_id}:${row.hash ?? hex(row.event_hash)}`,
    ...kindOnLink(kind, link?.type ?? 'tracked'),
    at: Number(row.happened_at),
    link: link && link.id,
    verdict: VERDICTS[row.verdict ?? 0]!,
    test: row.test === 1,
    openTracking: row.open_tracking === null ? null : row.open_tracking === 1,
    run: row.run,
    variant: row.variant,
    domain: row.domain,
    reason: row.reason_code,
    device: row.device,
  };
}

/** Which of a person's messages of one campaign and asset an event belongs to (rule 1). */
export function sendKeyOf(row: CountedRow, rules: CountingRules): string {
  return sendKey({ run: row.run, messageId: row.message_id }, rules);
}
