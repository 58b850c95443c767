import { AUDIENCES, type Counter } from '@tallysheet/contract';
import { QUARTER_MS } from '@tallysheet/counting';
import type { SheetCounter } from '@tallysheet/report-model';
import { STATES } from '../../ingest/message-row';
import type { CompiledQuery, SheetQuery } from './sheet-query';

/** A run of quarter hours that a message must count in: `from` inclusive, `to` exclusive; null for all time. */
export type Run = { from: number; to: number } | null;

/** Where a page goes on in one campaign × asset: behind this message. */
export interface Behind {
  anchorAt: number;
  personId: Uint8Array;
  sendKey: string;
}

export interface MessagesAsked {
  query: SheetQuery;
  campaignKey: number;
  assetKey: number;
  run: Run;
  /** One of these counts where the cell does. */
  counters: readonly SheetCounter[];
  after: Behind | null;
  limit: number;
}

/** What the row of a message shows where a counter counts it, and the column of the moment that decides it. */
interface Sign {
  where: string;
  /** `at` holds the moment itself; `since` no more than the earliest that it can be. */
  at?: string;
  since?: string;
}

const stateIs = (state: (typeof STATES)[number], at: string): Sign => {
  return { where: `state = ${STATES.indexOf(state)}`, at };
};
const stamped = (at: string): Sign => ({ where: `${at} IS NOT NULL`, at });
const notBefore = (since: string): Sign => ({ where: `${since} IS NOT NULL`, since });

/** Counters without a sign are looked for in every message. */
const SIGNS: Partial<Record<SheetCounter, Sign>> = {
  sent: stamped('sent_at'),
  delivered: stateIs('delivered', 'delivered_at'),
  deliveredTracked: stateIs('delivered', 'delivered_at'),
  hardBounced: stateIs('hardBounced', 'bounced_at'),
  softBounced: stateIs('softBounced', 'bounced_at'),
  pending: stateIs('pending', 'sent_at'),
  pendingYoung: stateIs('pending', 'sent_at'),
  opened: stamped('opened_at'),
  openedTracked: stamped('opened_at'),
  openedHuman: notBefore('opened_at'),
  openedTrackedHuman: notBefore('opened_at'),
  clicked: notBefore('clicked_at'),
  clickedHuman: notBefore('clicked_at'),
  unsubscribed: stamped('unsubscribed_at'),
  complained: stamped('complained_at'),
  forwarded: stamped('forwarded_at'),
  totalOpens: notBefore('opened_at'),
  totalOpensHuman: notBefore('opened_at'),
  totalClicks: notBefore('clicked_at'),
  totalClicksHuman: notBefore('clicked_at'),
};

/**
 * The messages of one campaign × asset that may count in a cell, in the order of their anchors: every one that does is
 * among them. The index of anchors gives both the order and, by date of sending, the period.
 */
export function compileMessagesBehind(asked: MessagesAsked, by: (index: string) => string): CompiledQuery {
  const { query, run, after } = asked;
  const conditions = ['workspace_id = ?', 'campaign_key = ?', 'asset_key = ?', 'anchor_at IS NOT NULL'];
  const parameters: CompiledQuery['parameters'] = [query.workspaceId, asked.campaignKey, asked.assetKey];
  const add = (text: string, ...values: CompiledQuery['parameters']) => {
    conditions.push(text);
    parameters.push(...values);
  };
  const from = run && run.from * QUARTER_MS;
  const to = run && Math.min(run.to * QUARTER_MS, Number.MAX_SAFE_INTEGER);
  if (from !== null && to !== null && query.basis === 'sent') add('anchor_at >= ? AND anchor_at < ?', from, to);
  if (after) {
    add('anchor_at >= ?', after.anchorAt);
    const later = '(anchor_at > ? OR person_id > ? OR (person_id = ? AND send_key > ?))';
    add(later, after.anchorAt, after.personId, after.personId, after.sendKey);
  }
  add(
    `audience IN (${query.audiences.map(() => '?').join(', ')})`,
    ...query.audiences.map((a) => AUDIENCES.indexOf(a)),
  );
  const signs = asked.counters.map((counter) => SIGNS[counter as Counter] ?? { where: 'anchor_at IS NOT NULL' });
  const shown = signs.map((sign) => {
    const inTime = query.basis === 'activity' && from !== null && to !== null;
    if (inTime && sign.at)
      return { text: `(${sign.at} >= ? AND ${sign.at} < ? AND ${sign.where})`, values: [from, to] };
    if (inTime && sign.since) return { text: `(${sign.since} < ? AND ${sign.where})`, values: [to] };
    return { text: sign.where, values: [] };
  });
  add(`(${shown.map(({ text }) => text).join(' OR ')})`, ...shown.flatMap(({ values }) => values));
  const text = [
    `SELECT anchor_at, person_id, send_key FROM message ${by('message_anchor')}`,
    `WHERE ${conditions.join(' AND ')}`,
    'ORDER BY anchor_at, person_id, send_key LIMIT ?',
  ].join('\n');
  return { text, parameters: [...parameters, asked.limit] };
}
