import type { CanonicalEvent, LinkType } from '@tallysheet/contract';
import { bruteEvents, type BruteEvent, type BruteWorld } from '../oracle';
import { toldIn, type World } from './world';
import { knownVerdict, LINKS } from './world-agents';
import { withNewcomers } from './world-tree';

/** A world as the brute-force counter reads it: the plain list of what was told, and what is published of the rest. */
export function bruteWorldOf(world: World): BruteWorld {
  const { settings, now } = world;
  const { timeZone, weekStart, softBounce, repeatSends, repeatKey, bots, domains } = settings;
  const isPersonal = settings.links.personalParameters.includes('sid');
  const told = firstTold(world);
  const named = { campaigns: new Map<string, string>(), assets: new Map<string, { name: string; channel: string }>() };
  const types = new Map(
    world.steps.flatMap((step) => (step.kind === 'retype' ? [[step.link, step.type] as const] : [])),
  );
  const linkNames: Record<string, string> = {};
  const events = told.map(({ source, event }): BruteEvent => {
    const [read] = bruteEvents([event]);
    const link = LINKS.find(({ url }) => url === event.link?.url);
    const as = link ? (isPersonal && link.personal) || link.as : null;
    if (as !== null && event.link?.label !== undefined) linkNames[as] = event.link.label;
    const unassigned = `unassigned-${source}`;
    const { channel = 'email' } = event;
    const campaign = event.campaign ?? { id: unassigned, name: `Unassigned (${source})` };
    const assetId = channel === 'email' ? unassigned : `${unassigned}-${channel}`;
    const asset = event.asset ?? { id: assetId, name: `Unassigned (${source})` };
    if (isOfMessage(event)) {
      named.campaigns.set(campaign.id, campaign.name ?? campaign.id);
      named.assets.set(asset.id, { name: asset.name ?? asset.id, channel });
    }
    return {
      ...{ ...read!, ...clickOn(event, as === null ? undefined : types.get(as)) },
      ...{ id: idOf(source, event), campaign: campaign.id, asset: asset.id, link: as },
      ...{ verdict: knownVerdict(event), domain: channel === 'email' ? read!.domain : null },
    };
  });
  return {
    ...{ events, tree: withNewcomers(world.tree, named), aliases: domains.aliases, linkNames },
    counting: { softBounce, repeatSends, repeatKey, proximitySeconds: bots.proximitySeconds },
    calendar: { timeZone, weekStart, now },
  };
}

/** Rule 13: of those with one id the first that was told stands. */
function firstTold(world: World): ReturnType<typeof toldIn> {
  const ids = new Set<string>();
  return toldIn(world).filter(({ source, event }) => {
    const id = idOf(source, event);
    return !ids.has(id) && ids.add(id);
  });
}

/** An event without an id is told from others by all that it says. */
function idOf(source: string, event: CanonicalEvent): string {
  return `${source} ${event.id ?? JSON.stringify(event)}`;
}

/** Rule 5: what a click counts as, by what its link is for. */
function clickOn({ kind, link }: CanonicalEvent, type: LinkType = 'tracked'): Partial<BruteEvent> {
  if (kind !== 'clicked' || !link) return {};
  if (type === 'unsubscribe') return { kind: 'optOutClicked', tracked: false };
  if (type === 'mirror') return { kind: 'mirrorViewed', tracked: false };
  return { tracked: !link.url.startsWith('mailto:') };
}

function isOfMessage({ kind }: CanonicalEvent): boolean {
  return !['personMerged', 'personDeleted', 'personCreated', 'programStatusChanged'].includes(kind);
}
