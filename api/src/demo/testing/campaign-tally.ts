import type { CanonicalEvent } from '@tallysheet/contract';

/** What one message met with, as far as a test needs to know. */
export interface MessageRecord {
  campaign: string;
  asset: string;
  person: string;
  kinds: Map<string, string[]>;
}

export interface CampaignTally {
  sent: number;
  delivered: number;
  hardBounced: number;
  opened: number;
  clicked: number;
  unsubscribed: number;
  unanswered: number;
}

const PROVES_OPEN = ['opened', 'clicked', 'optOutClicked', 'mirrorViewed', 'forwarded', 'unsubscribed'];

/** The messages behind the events: one per person, email and campaign, test sends left out. */
export function messagesOf(events: Iterable<CanonicalEvent>): MessageRecord[] {
  const messages = new Map<string, MessageRecord>();
  for (const { campaign, asset, person, kind, at, test } of events) {
    if (!campaign || !asset || test) continue;
    const key = `${campaign.id} ${asset.id} ${person.id ?? ''}`;
    const known = messages.get(key);
    const message = known ?? {
      campaign: campaign.name ?? '',
      asset: asset.id,
      person: person.id ?? '',
      kinds: new Map(),
    };
    if (!known) messages.set(key, message);
    const times = message.kinds.get(kind);
    if (times) times.push(at);
    else message.kinds.set(kind, [at]);
  }
  return [...messages.values()].filter((message) => message.kinds.has('sent'));
}

/** A count by hand, campaign by campaign: every message is counted once in each column. */
export function tally(messages: readonly MessageRecord[]): Map<string, CampaignTally> {
  const campaigns = new Map<string, CampaignTally>();
  for (const { campaign, kinds } of messages) {
    const row = campaigns.get(campaign) ?? emptyTally();
    campaigns.set(campaign, row);
    const answered = ['delivered', 'hardBounced', 'softBounced'].some((kind) => kinds.has(kind));
    row.sent += 1;
    row.delivered += Number(kinds.has('delivered'));
    row.hardBounced += Number(kinds.has('hardBounced'));
    row.opened += Number(PROVES_OPEN.some((kind) => kinds.has(kind)));
    row.clicked += Number(kinds.has('clicked'));
    row.unsubscribed += Number(kinds.has('unsubscribed'));
    row.unanswered += Number(!answered);
  }
  return campaigns;
}

function emptyTally(): CampaignTally {
  return { sent: 0, delivered: 0, hardBounced: 0, opened: 0, clicked: 0, unsubscribed: 0, unanswered: 0 };
}
