import { CHANNELS, type CanonicalEvent, type Channel } from '@tallysheet/contract';
import type { PlacedEvent } from './event.repository';
import type { Incoming } from './incoming';
import type { NamesRepository } from './names.repository';

/** Finds the campaign and asset of each message event, creating those that are new under "Unassigned". */
export async function place(
  names: NamesRepository,
  source: string,
  events: readonly Incoming[],
): Promise<PlacedEvent[]> {
  const unassigned = { id: `unassigned-${source}`, name: `Unassigned (${source})` };
  const assetOf = ({ asset, channel = 'email' }: CanonicalEvent) =>
    asset ?? (channel === 'email' ? unassigned : { ...unassigned, id: `${unassigned.id}-${channel}` });
  const campaigns = new Map<string, string | undefined>();
  const assets = new Map<string, { channel: Channel | undefined; name: string | undefined }>();
  for (const { event, isMessage } of events) {
    if (!isMessage) continue;
    const campaign = event.campaign ?? unassigned;
    const asset = assetOf(event);
    campaigns.set(campaign.id, campaign.name ?? campaigns.get(campaign.id));
    const known = assets.get(asset.id);
    // A channel that an event tells wins over the one that is taken for granted.
    assets.set(asset.id, { channel: event.channel ?? known?.channel, name: asset.name ?? known?.name });
  }
  const campaignKeys = await names.campaigns(campaigns);
  const assetKeys = new Map<string, number>();
  for (const channel of CHANNELS) {
    const ofChannel = [...assets].filter(([, asset]) => (asset.channel ?? 'email') === channel);
    if (ofChannel.length === 0) continue;
    const named = new Map(ofChannel.map(([id, { name }]) => [id, name]));
    for (const [id, key] of await names.assets(named, channel)) assetKeys.set(id, key);
  }
  return events.map((each) => {
    if (!each.isMessage) return { incoming: each, campaignKey: null, assetKey: null, campaignId: null };
    const { id: campaignId } = each.event.campaign ?? unassigned;
    const campaignKey = campaignKeys.get(campaignId)!;
    return { incoming: each, campaignKey, assetKey: assetKeys.get(assetOf(each.event).id)!, campaignId };
  });
}
