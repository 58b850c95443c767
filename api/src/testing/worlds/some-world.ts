import type { CanonicalEvent } from '@tallysheet/contract';
import { HOUR_MS } from '@tallysheet/testing';
import { Dice } from './dice';
import { someNow, tellingMoments, ZONES } from './moments';
import type { Step, World, WorldSettings } from './world';
import { MIRROR_LINK, UNSUBSCRIBE_LINK } from './world-agents';
import { someMessages, someNews } from './world-messages';
import { someTree } from './world-tree';

type Told = { source: string; event: CanonicalEvent };

/**
 * The world of a seed: a handful of messages of a few people, in any order, some of it told twice. One number makes all of
 * it, without the choices that fast-check would keep for shrinking: what is wrong in a world is found by leaving events out.
 */
export function someWorld(seed: number): World {
  const dice = new Dice(seed);
  const now = someNow(dice);
  const settings = someSettings(dice);
  const tree = someTree(dice);
  const moments = tellingMoments(dice, now, settings.timeZone);
  const sources = dice.chance(0.2) ? ['marketo', 'api'] : ['marketo'];
  const latest = now + 20 * HOUR_MS;
  const messages = someMessages(dice, { tree, moments, sources, latest });
  const news = someNews(dice, moments).map((event) => ({ source: 'marketo', event }));
  const told = [...messages, ...news, ...toldAgain(dice, messages)];
  const batches = inBatches(dice, dice.chance(0.7) ? dice.shuffled(told) : told);
  const changes: Step[] = [];
  const firstSettings = dice.chance(0.1) ? { ...someSettings(dice), ...sameLooks(settings) } : settings;
  if (firstSettings !== settings) changes.push({ kind: 'settle' });
  if (dice.chance(0.08)) changes.push({ kind: 'retype', link: UNSUBSCRIBE_LINK, type: 'unsubscribe' });
  if (dice.chance(0.08)) changes.push({ kind: 'retype', link: MIRROR_LINK, type: 'mirror' });
  return { seed, now, firstSettings, settings, tree, steps: mixed(dice, batches, changes) };
}

function someSettings(dice: Dice): WorldSettings {
  return {
    timeZone: dice.of(ZONES),
    weekStart: dice.of(['monday', 'saturday', 'sunday']),
    repeatSends: dice.of(['collapse', 'collapse', 'separate']),
    repeatKey: dice.of(['run', 'messageId']),
    softBounce: dice.of(['last-word', 'last-word', 'wins']),
    bots: { proximitySeconds: dice.of([0, 0, 1, 3]) },
    links: { personalParameters: dice.of([[], [], ['sid']]) },
    domains: { aliases: dice.chance(0.5) ? { 'googlemail.example': 'gmail.example' } : {} },
  };
}

/** The settings that recount nothing. */
function sameLooks({ timeZone, weekStart, domains }: WorldSettings) {
  return { timeZone, weekStart, domains };
}

/** The same events, and now and then one that has their id: more complete, or something else altogether. */
function toldAgain(dice: Dice, told: readonly Told[]): Told[] {
  return dice.some(told, 0.12).map(({ source, event }) => {
    if (event.id === undefined || dice.chance(0.6)) return { source, event };
    if (dice.chance(0.5)) return { source, event: { ...event, bot: true, test: true, run: { id: 'r9' } } };
    return { source, event: { ...event, at: new Date(Date.parse(event.at) - 2000).toISOString() } };
  });
}

/** One call after another, each of one source. */
function inBatches(dice: Dice, told: readonly Told[]): Step[] {
  const count = dice.of([1, 1, 1, 2, 2, 3]);
  const size = Math.ceil(told.length / count);
  return Array.from({ length: count }, (_, index) => told.slice(index * size, (index + 1) * size)).flatMap((part) =>
    [...new Set(part.map(({ source }) => source))].map((source): Step => {
      return { kind: 'tell', source, events: part.filter((each) => each.source === source).map(({ event }) => event) };
    }),
  );
}

/** Changes come between the calls, or after them. */
function mixed(dice: Dice, batches: readonly Step[], changes: readonly Step[]): Step[] {
  const steps = [...batches];
  for (const change of changes) steps.splice(1 + dice.below(steps.length), 0, change);
  return steps;
}
