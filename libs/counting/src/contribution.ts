import { EXTREMES, type Counter, type Extreme, type TallyBasis } from '@tallysheet/contract';
import type { MessageFacts } from './facts';
import type { CountingRules } from './rules';
import { quarterOf } from './slots';
import { deliveryProofAt, earliest, openedAt, stateOf } from './state';

/** What one message adds to one quarter hour of one basis. */
export interface Contribution {
  basis: TallyBasis;
  slot: number;
  counters: Partial<Record<Counter, number>>;
  extremes: Partial<Record<Extreme, number>>;
}

/** A counter, by how much, and the moment that decided it (rule 9). */
type Count = readonly [counter: Counter, n: number, at: number];

/**
 * Everything one message adds to the tallies, from its facts alone: in basis `sent` all at its anchor, in `activity`
 * each counter at the moment that decided it. A message that nothing anchors adds nothing.
 */
export function contribution(facts: MessageFacts, rules: CountingRules, key: { sendKey: string }): Contribution[] {
  const anchor = anchorOf(facts);
  if (anchor === null) return [];
  const places: Contribution[] = [];
  const at = (basis: TallyBasis, instant: number): Contribution => {
    const slot = quarterOf(instant);
    const found = places.find((place) => place.slot === slot && place.basis === basis);
    if (found) return found;
    const made: Contribution = { basis, slot, counters: {}, extremes: {} };
    places.push(made);
    return made;
  };
  const inSent = at('sent', anchor);
  for (const [counter, n, moment] of countsOf(facts, rules, key, anchor)) {
    add(inSent, counter, n);
    add(at('activity', moment), counter, n);
  }
  if (facts.sentAt !== null) {
    for (const place of [inSent, at('activity', facts.sentAt)]) {
      stretch(place, 'firstSentAt', facts.sentAt);
      stretch(place, 'lastSentAt', facts.sentAt);
    }
  }
  for (const moment of facts.activityAt) {
    for (const place of [inSent, at('activity', moment)]) {
      stretch(place, 'firstActivityAt', moment);
      stretch(place, 'lastActivityAt', moment);
    }
  }
  return places;
}

/** The moment that decided each counter of a message, the first of those that count several times (rule 9). */
export function decidedAt(facts: MessageFacts, rules: CountingRules, key: { sendKey: string }): Map<Counter, number> {
  const moments = new Map<Counter, number>();
  const anchor = anchorOf(facts);
  if (anchor === null) return moments;
  for (const [counter, , at] of countsOf(facts, rules, key, anchor)) {
    if (!moments.has(counter)) moments.set(counter, at);
  }
  return moments;
}

/** Where the audience counters stand (rule 2). */
function anchorOf(facts: MessageFacts): number | null {
  return facts.sentAt ?? facts.kinds.targeted?.first ?? facts.kinds.excluded?.first ?? null;
}

function add(place: Contribution, counter: Counter, n: number): void {
  place.counters[counter] = (place.counters[counter] ?? 0) + n;
}

/** Widens an earliest or latest instant of a tally to include `at`. */
export function stretch(place: { extremes: Partial<Record<Extreme, number>> }, extreme: Extreme, at: number): void {
  const known = place.extremes[extreme];
  place.extremes[extreme] = known === undefined ? at : Math[EXTREMES[extreme]](known, at);
}

function countsOf(facts: MessageFacts, rules: CountingRules, key: { sendKey: string }, anchor: number): Count[] {
  const counts = audienceCounts(facts, anchor);
  if (facts.sentAt === null) return counts;
  counts.push(...sendCounts(facts, rules, key, facts.sentAt), ...reactionCounts(facts));
  return counts;
}

/** Rule 2: who was meant to get it. */
function audienceCounts(facts: MessageFacts, anchor: number): Count[] {
  const counts: Count[] = [['initial', 1, anchor]];
  if (facts.sentAt !== null) return counts;
  counts.push([facts.kinds.excluded ? 'rejected' : 'prepared', 1, anchor]);
  return counts;
}

/** Rules 2 and 3: the send and the one state it is in. */
function sendCounts(facts: MessageFacts, rules: CountingRules, key: { sendKey: string }, sentAt: number): Count[] {
  const counts: Count[] = [['sent', 1, sentAt]];
  const sends = facts.kinds.sent?.count ?? 0;
  if (sends === 0) counts.push(['noSendRecord', 1, sentAt]);
  if (sends > 1) counts.push(['repeatSends', 1, sentAt]);
  if (rules.repeatSends === 'separate' && key.sendKey === '') counts.push(['noRepeatKey', 1, sentAt]);

  const state = stateOf(facts, rules);
  if (state === 'delivered') {
    const deliveredAt = facts.kinds.delivered?.first ?? deliveryProofAt(facts)!;
    counts.push(['delivered', 1, deliveredAt]);
    if (facts.openTracking) counts.push(['deliveredTracked', 1, deliveredAt]);
  } else if (state === 'hardBounced' || state === 'softBounced') {
    counts.push([state, 1, facts.kinds[state]!.first]);
  } else counts.push(['pending', 1, sentAt]);
  return counts;
}

/** Rules 5 to 7: what the person did, in messages and in events, with the human twins. */
function reactionCounts(facts: MessageFacts): Count[] {
  const { kinds, engagements } = facts;
  const counts: Count[] = [];
  const once = (counter: Counter, at: number | null | undefined) => {
    if (at !== null && at !== undefined) counts.push([counter, 1, at]);
  };
  const human = engagements.filter((engagement) => engagement.verdict === 'human');
  const opened = openedAt(facts);
  const openedHuman = earliest([human[0]?.at, kinds.unsubscribed?.first]);
  once('opened', opened);
  once('openedHuman', openedHuman);
  if (facts.openTracking) {
    once('openedTracked', opened);
    once('openedTrackedHuman', openedHuman);
  }
  once('clicked', engagements.find(isClick)?.at);
  once('clickedHuman', human.find(isClick)?.at);
  once('unsubscribed', kinds.unsubscribed?.first);
  once('complained', kinds.complained?.first);
  once('forwarded', kinds.forwarded?.first);
  once('mirrorViewed', kinds.mirrorViewed?.first);
  once('optOutClicked', kinds.optOutClicked?.first);
  once('impressions', kinds.impression?.first);
  for (const engagement of engagements) {
    if (engagement.kind === 'clicked' && !engagement.tracked) continue;
    const total = engagement.kind === 'opened' ? 'totalOpens' : 'totalClicks';
    counts.push([total, 1, engagement.at]);
    if (engagement.verdict === 'human') counts.push([`${total}Human`, 1, engagement.at]);
  }
  for (const at of facts.optOutClicks) counts.push(['totalOptOutClicks', 1, at]);
  for (const at of facts.mirrorViews) counts.push(['totalMirrorViews', 1, at]);
  return counts;
}

function isClick(engagement: { kind: string; tracked: boolean }): boolean {
  return engagement.kind === 'clicked' && engagement.tracked;
}
