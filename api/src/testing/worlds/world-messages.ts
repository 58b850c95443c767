import type { CanonicalEvent, Channel, EventKind, MessageEventKind } from '@tallysheet/contract';
import { isoOf } from '@tallysheet/testing';
import type { BruteTree } from '../oracle';
import type { Dice } from './dice';
import { AGENTS, LINKS } from './world-agents';
import { LATER, MOMENT_MS, momentOf } from './moments';
import { NEWCOMERS } from './world-tree';

/** Up to six people; the addresses of those with an id change with time, and nobody's case is fixed. */
const PEOPLE: readonly ((at: number, dice: Dice) => CanonicalEvent['person'])[] = [
  (at) => ({ id: '7', ...addressAt(at, 'ada') }),
  (at) => ({ id: '8', ...addressAt(at, 'ben') }),
  (at) => ({ id: 'cleo@a.example', ...addressAt(at, 'cleo') }),
  (_, dice) => ({ address: dice.of(['cleo@a.example', 'Cleo@A.example']) }),
  (_, dice) => ({ address: dice.of(['dana@googlemail.example', 'DANA@googlemail.example']) }),
  () => ({ id: '9' }),
];

function addressAt(at: number, name: string): { address?: string } {
  const domain = ['a.example', 'googlemail.example', 'B.example', null, 'gmail.example'][toldAt(at, 5)];
  return domain ? { address: `${name}@${domain}` } : {};
}

/** Two events of one moment tell the same. */
function toldAt(at: number, ways: number): number {
  return Math.floor(at / MOMENT_MS) % ways;
}

const RUNS = [undefined, { id: 'r1' }, { id: 'r2' }];

/** What becomes of a message, and what its reader does. */
const OUTCOMES: readonly (readonly MessageEventKind[])[] = [
  [],
  [],
  ['deferred'],
  ['delivered'],
  ['delivered', 'delivered'],
  ['hardBounced'],
  ['softBounced'],
  ['softBounced', 'delivered'],
  ['deferred', 'softBounced', 'softBounced'],
  ['delivered', 'softBounced', 'hardBounced'],
  ['quarantined', 'excluded'],
];
const REACTIONS: readonly (readonly MessageEventKind[])[] = [
  ['opened'],
  ['opened', 'opened'],
  ['opened', 'clicked', 'clicked'],
  ['clicked', 'clicked', 'clicked'],
  ['opened', 'opened', 'clicked', 'clicked', 'clicked', 'unsubscribed'],
  ['clicked', 'optOutClicked', 'unsubscribed', 'forwarded'],
  ['mirrorViewed', 'mirrorViewed', 'complained', 'forwarded', 'forwarded'],
  ['impression', 'opened', 'clicked'],
  ['optOutClicked', 'complained', 'impression'],
];

/** What a message is about. */
interface Owner {
  person: number;
  campaign: CanonicalEvent['campaign'];
  asset: CanonicalEvent['asset'];
  channel: Channel;
}

/** What the messages of a world have in common: few things, so that several messages count in one row. */
interface Cast {
  people: readonly number[];
  campaigns: readonly string[];
  assets: BruteTree['assets'];
  links: typeof LINKS;
}

/** Events of one world before they are told, each with its source. */
export function someMessages(
  dice: Dice,
  {
    tree,
    moments,
    sources,
    latest,
  }: { tree: BruteTree; moments: readonly number[]; sources: readonly string[]; latest: number },
): { source: string; event: CanonicalEvent }[] {
  const isUsed = ({ channel }: { channel: string }) => channel === 'email' || dice.chance(0.9);
  const cast: Cast = {
    people: dice.shuffled(PEOPLE.map((_, index) => index)).slice(0, 2 + dice.below(5)),
    campaigns: dice.shuffled(tree.campaigns.map(({ id }) => id)).slice(0, 1 + dice.below(3)),
    assets: tree.assets.filter(isUsed).slice(dice.below(2)),
    links: dice.shuffled(LINKS).slice(0, 2 + dice.below(4)),
  };
  const count = 4 + dice.below(dice.of([6, 12, 24]));
  return Array.from({ length: count }, () => someMessage(dice, cast, moments))
    .flat()
    .filter(({ at }) => Date.parse(at) <= latest)
    .map((event, index) => ({
      source: dice.of(sources),
      event: dice.chance(0.03) ? event : { ...event, id: `e${index}` },
    }));
}

function someOwner(dice: Dice, { people, campaigns, assets }: Cast): Owner {
  const asset = dice.of(assets);
  const own = { person: dice.of(people), channel: asset.channel as Channel };
  const campaign = dice.chance(0.08) ? { id: NEWCOMERS.campaign, name: 'New one' } : { id: dice.of(campaigns) };
  if (dice.chance(0.06)) return { ...own, campaign, channel: 'email', asset: { id: NEWCOMERS.asset } };
  if (dice.chance(0.04)) return { ...own, campaign: undefined, asset: undefined };
  return { ...own, campaign, asset: { id: asset.id } };
}

function someMessage(dice: Dice, cast: Cast, moments: readonly number[]): CanonicalEvent[] {
  const owner = someOwner(dice, cast);
  const start = dice.of(moments);
  const run = dice.below(RUNS.length);
  const messageId = dice.of([undefined, 'm1', 'm2']);
  const isTest = dice.chance(0.06);
  const isDense = dice.chance(0.2);
  return kindsOf(dice).map((kind): CanonicalEvent => {
    const isFirst = kind === 'sent' || kind === 'targeted';
    const later = isFirst ? dice.of([0, 0, 0, MOMENT_MS]) : dice.of(isDense ? LATER.slice(0, 8) : LATER);
    const at = momentOf(dice.chance(0.08) ? dice.of(moments) : start + later, owner.person * RUNS.length + run);
    const { campaign, asset, channel } = owner;
    return {
      ...{ kind, at: isoOf(at), channel, campaign, asset, person: PEOPLE[owner.person]!(at, dice) },
      ...{ run: dice.chance(0.1) ? undefined : RUNS[run], messageId: dice.chance(0.1) ? undefined : messageId },
      ...{ openTracking: toldAt(at, 7) === 0 ? false : undefined, variant: ['A', 'B', undefined][toldAt(at, 3)] },
      ...(isTest && dice.chance(0.5) ? { test: true } : {}),
      ...aboutKind(dice, kind, cast.links),
    };
  });
}

function kindsOf(dice: Dice): MessageEventKind[] {
  const audience = dice.some<MessageEventKind>(['targeted', 'excluded'], 0.12);
  const sends: MessageEventKind[] = dice.chance(0.8) ? ['sent', ...dice.some<MessageEventKind>(['sent'], 0.15)] : [];
  const reactions = dice.chance(0.5) ? dice.of(REACTIONS) : [];
  const all = [...audience, ...sends, ...dice.of(OUTCOMES), ...reactions];
  return all.length > 0 ? all : ['targeted'];
}

function aboutKind(dice: Dice, kind: EventKind, links: Cast['links']): Partial<CanonicalEvent> {
  if (kind === 'hardBounced' || kind === 'softBounced') {
    return { reason: { code: 'mailbox-full', failureType: dice.of(['hard', 'soft', 'undefined']) } };
  }
  if (kind !== 'opened' && kind !== 'clicked') return {};
  const { agent, bot } = dice.chance(0.4) ? dice.of(AGENTS) : { agent: undefined, bot: undefined };
  const { url, label } = dice.of(links);
  const link = { url, category: 'shop', ...(label && dice.chance(0.5) ? { label } : {}) };
  return { agent, bot, ...(kind === 'clicked' && !dice.chance(0.08) ? { link } : {}) };
}

/** People turn out to be one, in chains and circles too, are deleted, or do what counts in no message. */
export function someNews(dice: Dice, moments: readonly number[]): CanonicalEvent[] {
  const keys = ['7', '8', '9', 'cleo@a.example', 'dana@googlemail.example', 'nobody'];
  return Array.from({ length: dice.chance(0.4) ? 1 + dice.below(4) : 0 }, (_, index): CanonicalEvent => {
    const kind = dice.of([
      'personMerged',
      'personMerged',
      'personDeleted',
      'personCreated',
      'programStatusChanged',
    ] as const);
    const own = { id: `n${index}`, kind, at: isoOf(dice.of(moments)), person: { id: dice.of(keys) } };
    return kind === 'personMerged' ? { ...own, mergedPersons: dice.some(keys, 0.3).concat(dice.of(keys)) } : own;
  });
}
