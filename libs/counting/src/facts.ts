import { reasonCodeOf, type MessageEventKind, type ReasonCode } from '@tallysheet/contract';
import type { CountedEvent, Verdict } from './event';
import { tooClose } from './proximity';
import type { CountingRules } from './rules';

/** The kinds that say nothing about a send (rule 2). */
const AUDIENCE_KINDS: ReadonlySet<MessageEventKind> = new Set(['targeted', 'excluded', 'quarantined']);

/** The distinct events of one kind: how many, the earliest and the latest. */
export interface Moments {
  count: number;
  first: number;
  last: number;
}

/** One open or click with its final verdict. */
export interface Engagement {
  kind: 'opened' | 'clicked';
  at: number;
  tracked: boolean;
  verdict: Verdict;
  link: string | null;
  device: string | null;
}

/** The kinds whose latest event says why a message failed or was not sent (rule 4). */
const REASONED = ['hardBounced', 'softBounced', 'excluded'] as const;
export type ReasonedKind = (typeof REASONED)[number];

/** What is known of one message: the same for the same set of events, whatever their order, repetition or batches. */
export interface MessageFacts {
  test: boolean;
  openTracking: boolean;
  run: string | null;
  variant: string | null;
  domain: string | null;
  /** Rule 2: the first `sent` event, else the earliest that proves one; null while nothing proves a send. */
  sentAt: number | null;
  kinds: Partial<Record<MessageEventKind, Moments>>;
  /** What the latest event of each kind gives as its reason. */
  reasons: Partial<Record<ReasonedKind, ReasonCode>>;
  engagements: Engagement[];
  optOutClicks: number[];
  mirrorViews: number[];
  /** Every open, click, unsubscribe, complaint and forward, earliest first. */
  activityAt: number[];
}

const ACTIVITY_KINDS: ReadonlySet<MessageEventKind> = new Set([
  'opened',
  'clicked',
  'unsubscribed',
  'complained',
  'forwarded',
]);

/** Folds the events of one message into its facts. Repeated ids count once. */
export function factsOf(events: Iterable<CountedEvent>, rules: CountingRules): MessageFacts {
  const distinct = distinctInOrder(events);
  const bots = tooClose(distinct, rules.proximitySeconds);
  const facts: MessageFacts = {
    test: distinct.some((event) => event.test),
    openTracking: attribute(distinct, (event) => event.openTracking) ?? true,
    run: attribute(distinct, (event) => event.run),
    variant: attribute(distinct, (event) => event.variant),
    domain: attribute(distinct, (event) => event.domain),
    sentAt: null,
    kinds: {},
    reasons: {},
    engagements: [],
    optOutClicks: [],
    mirrorViews: [],
    activityAt: [],
  };
  for (const event of distinct) {
    note(facts, event);
    if (event.kind === 'opened' || event.kind === 'clicked') {
      const { kind, at, tracked, link, device } = event;
      const verdict = bots.has(event) ? 'bot' : event.verdict;
      facts.engagements.push({ kind, at, tracked, verdict, link, device });
    }
    if (isReasoned(event.kind)) facts.reasons[event.kind] = reasonCodeOf(event.reason);
    if (event.kind === 'optOutClicked') facts.optOutClicks.push(event.at);
    if (event.kind === 'mirrorViewed') facts.mirrorViews.push(event.at);
    if (ACTIVITY_KINDS.has(event.kind)) facts.activityAt.push(event.at);
  }
  const proof = distinct.find((event) => !AUDIENCE_KINDS.has(event.kind));
  facts.sentAt = facts.kinds.sent?.first ?? proof?.at ?? null;
  return facts;
}

function note(facts: MessageFacts, { kind, at }: CountedEvent): void {
  const moments = facts.kinds[kind];
  if (moments) {
    moments.count += 1;
    moments.last = at;
  } else facts.kinds[kind] = { count: 1, first: at, last: at };
}

function isReasoned(kind: MessageEventKind): kind is ReasonedKind {
  return (REASONED as readonly MessageEventKind[]).includes(kind);
}

/** Each event once, by time and then id: the order that every other rule refers to. */
function distinctInOrder(events: Iterable<CountedEvent>): CountedEvent[] {
  const told = [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return told.filter((event, at) => at === 0 || event.id !== told[at - 1]!.id);
}

/** Rule 1: what its earliest event says that carries it, send events first. `events` are in order. */
function attribute<T>(events: readonly CountedEvent[], pick: (event: CountedEvent) => T | null): T | null {
  for (const event of events) if (event.kind === 'sent' && pick(event) !== null) return pick(event);
  for (const event of events) if (pick(event) !== null) return pick(event);
  return null;
}
