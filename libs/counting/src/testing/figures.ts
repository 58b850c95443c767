import { COUNTERS, type Counter } from '@tallysheet/contract';
import type { BruteOptions, Counted } from '../oracle/brute-force';
import type { Contribution } from '../contribution';
import type { CountingRules } from '../rules';
import type { Counting } from './check';
import type { StoryEvent } from './story';

const THREE_DAYS_MS = 3 * 86_400_000;

/** One message: its events, the key that tells repeated sends apart, and where it counts. */
export interface Message {
  key: string;
  sendKey: string;
  campaign: string;
  asset: string;
  events: StoryEvent[];
}

export function rulesOf({ repeatSends, repeatKey, softBounce, proximitySeconds }: BruteOptions): CountingRules {
  return { repeatSends, repeatKey, softBounce, proximitySeconds };
}

/** Rule 1 as ingest applies it: the events of each message together. */
export function messagesOf(counting: Counting, events: readonly StoryEvent[], rules: CountingRules): Message[] {
  const messages = new Map<string, Message>();
  for (const event of events) {
    const sendKey = counting.sendKey(event, rules);
    const { person, campaign, asset } = event;
    const key = JSON.stringify([person, campaign, asset, sendKey]);
    const message = messages.get(key) ?? { key, sendKey, campaign, asset, events: [] };
    messages.set(key, message);
    message.events.push(event);
  }
  return [...messages.values()];
}

/** The figures of each row that a sheet shows: a row exists if a message counts in it in the frame. */
export function figuresOf(
  counting: Counting,
  events: readonly StoryEvent[],
  options: BruteOptions,
): Map<string, Counted> {
  const rows = placesOf(counting, events, options);
  return new Map([...rows].map(([row, places]) => [row, sumUp(counting, places, options)]));
}

/** The total row: what all these rows add up to. */
export function totalOf(counting: Counting, events: readonly StoryEvent[], options: BruteOptions): Counted {
  return sumUp(counting, [...placesOf(counting, events, options).values()].flat(), options);
}

/** What the messages of each row add to the quarter hours of the frame. */
function placesOf(
  counting: Counting,
  events: readonly StoryEvent[],
  options: BruteOptions,
): Map<string, Contribution[]> {
  const rules = rulesOf(options);
  const rows = new Map<string, Contribution[]>();
  for (const message of messagesOf(counting, events, rules)) {
    const facts = counting.factsOf(message.events, rules);
    if (facts.test) continue;
    const row = `${message.campaign}/${message.asset}`;
    const places = inFrame(counting, counting.contribution(facts, rules, message), options);
    rows.set(row, [...(rows.get(row) ?? []), ...places]);
  }
  return new Map([...rows].filter(([, places]) => places.some((place) => counts(place, options))));
}

/** Whether anything counts there in the way asked for: with bots, or people alone. */
function counts({ counters }: Contribution, { humanOnly }: BruteOptions): boolean {
  const others: Counter[] = humanOnly ? COUNTERS.filter(hasTwin) : COUNTERS.filter(isTwin);
  return Object.entries(counters).some(([id, n]) => n > 0 && !others.includes(id as Counter));
}

function isTwin(counter: Counter): boolean {
  return counter.endsWith('Human');
}

function hasTwin(counter: Counter): boolean {
  return COUNTERS.some((other) => other === `${counter}Human`);
}

function inFrame(
  counting: Counting,
  contributions: readonly Contribution[],
  { basis, from, to }: BruteOptions,
): Contribution[] {
  return contributions.filter((place) => {
    const at = place.slot * counting.QUARTER_MS;
    return place.basis === basis && (from === null || at >= from) && (to === null || at < to);
  });
}

export function sumUp(counting: Counting, all: readonly Contribution[], options: BruteOptions): Counted {
  const sum = (counter: Counter, places = all) =>
    places.reduce((total, place) => total + (place.counters[counter] ?? 0), 0);
  const twin = (counter: 'opened' | 'openedTracked' | 'clicked' | 'totalOpens' | 'totalClicks') =>
    sum(options.humanOnly ? `${counter}Human` : counter);
  const young = all.filter(({ slot }) => (slot + 1) * counting.QUARTER_MS > options.now - THREE_DAYS_MS);
  const instants = (extreme: 'firstSentAt' | 'lastSentAt' | 'firstActivityAt' | 'lastActivityAt') =>
    all.flatMap((place) => place.extremes[extreme] ?? []);
  const first = (at: number[]) => (at.length > 0 ? Math.min(...at) : null);
  const last = (at: number[]) => (at.length > 0 ? Math.max(...at) : null);
  return {
    initial: sum('initial'),
    rejected: sum('rejected'),
    toDeliver: sum('initial') - sum('rejected'),
    prepared: sum('prepared'),
    sent: sum('sent'),
    delivered: sum('delivered'),
    hardBounced: sum('hardBounced'),
    softBounced: sum('softBounced'),
    pending: sum('pending', young),
    aborted: sum('pending') - sum('pending', young),
    opened: twin('opened'),
    clicked: twin('clicked'),
    unsubscribed: sum('unsubscribed'),
    complained: sum('complained'),
    forwarded: sum('forwarded'),
    mirrorViewed: sum('mirrorViewed'),
    optOutClicked: sum('optOutClicked'),
    impressions: sum('impressions'),
    totalOpens: twin('totalOpens'),
    totalClicks: twin('totalClicks'),
    totalOptOutClicks: sum('totalOptOutClicks'),
    totalMirrorViews: sum('totalMirrorViews'),
    noSendRecord: sum('noSendRecord'),
    repeatSends: sum('repeatSends'),
    noRepeatKey: sum('noRepeatKey'),
    openedTracked: twin('openedTracked'),
    deliveredTracked: sum('deliveredTracked'),
    firstSentAt: first(instants('firstSentAt')),
    lastSentAt: last(instants('lastSentAt')),
    firstActivityAt: first(instants('firstActivityAt')),
    lastActivityAt: last(instants('lastActivityAt')),
  };
}
