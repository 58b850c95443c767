import { AUDIENCES } from '@tallysheet/contract';
import { deliveryProofAt, openedAt, placeOfReason, reasonOf, stateOf, type CountingRules } from '@tallysheet/counting';
import { MESSAGE } from '../database/facts/fact-tables';
import type { SqlValue } from '../database/store';
import type { CountedMessage } from './counted-message';

export interface MessageKey {
  campaignKey: number;
  assetKey: number;
  personId: Uint8Array;
  sendKey: string;
}

/** The states of messages by their place in the column. */
export const STATES = ['delivered', 'hardBounced', 'softBounced', 'pending'] as const;
export const MESSAGE_COLUMNS = Object.keys(MESSAGE.columns);

/** What is known of a message, as its row. */
export function messageRow(
  workspaceId: number,
  key: MessageKey,
  { facts, audience }: CountedMessage,
  rules: CountingRules,
): SqlValue[] {
  const { kinds } = facts;
  const state = stateOf(facts, rules);
  const bounced = state === 'hardBounced' || state === 'softBounced' ? kinds[state]!.first : null;
  const delivered = state === 'delivered' ? (kinds.delivered?.first ?? deliveryProofAt(facts)) : null;
  const row: Record<string, SqlValue> = {
    workspace_id: workspaceId,
    campaign_key: key.campaignKey,
    asset_key: key.assetKey,
    person_id: key.personId,
    send_key: key.sendKey,
    audience: AUDIENCES.indexOf(audience),
    state: state && STATES.indexOf(state),
    run: facts.run,
    variant: facts.variant,
    domain: facts.domain,
    reason: placeOfReason(reasonOf(facts, state)),
    anchor_at: facts.sentAt ?? kinds.targeted?.first ?? kinds.excluded?.first ?? null,
    sent_at: facts.sentAt,
    delivered_at: delivered,
    bounced_at: bounced,
    opened_at: openedAt(facts),
    clicked_at: facts.engagements.find((each) => each.kind === 'clicked' && each.tracked)?.at ?? null,
    unsubscribed_at: kinds.unsubscribed?.first ?? null,
    complained_at: kinds.complained?.first ?? null,
    forwarded_at: kinds.forwarded?.first ?? null,
    first_activity_at: facts.activityAt[0] ?? null,
    last_activity_at: facts.activityAt.at(-1) ?? null,
    total_opens: facts.engagements.filter((each) => each.kind === 'opened').length,
    total_clicks: facts.engagements.filter((each) => each.kind === 'clicked' && each.tracked).length,
  };
  return MESSAGE_COLUMNS.map((column) => row[column] ?? null);
}
