import {
  REASON_CODES,
  type Counter,
  type DEVICE_COUNTERS,
  type LINK_COUNTERS,
  type ReasonCode,
  type TallyBasis,
} from '@tallysheet/contract';
import type { Contribution } from './contribution';
import type { Engagement, MessageFacts } from './facts';
import type { CountingRules } from './rules';
import { quarterOf } from './slots';
import { reasonOf, stateOf } from './state';

/** What messages are counted by, beside campaign, email and time. */
export const BREAKDOWNS = ['link', 'domain', 'device'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What one message adds to one row of a breakdown, in the slot of a quarter hour. */
export interface BreakdownPart {
  breakdown: Breakdown;
  /** The link's id, the device, or the domain; empty where nothing is known of it. */
  name: string;
  /** Of a domain: the place of the reason in `REASON_CODES` from 1, or 0 for none. */
  reason: number;
  basis: TallyBasis;
  slot: number;
  counters: Partial<Record<Counter, number>>;
}

/**
 * What one message adds to the tallies by link, by domain and reason, and by device; `whole` is what it adds in all.
 * In basis `sent` everything stands where the message does, in `activity` each open and click at its own time, and a
 * message under a link or device at the first one there (rule 9).
 */
export function breakdownParts(
  facts: MessageFacts,
  rules: CountingRules,
  whole: readonly Contribution[],
): BreakdownPart[] {
  const anchor = whole.find(({ basis }) => basis === 'sent')?.slot;
  if (anchor === undefined) return [];
  const name = facts.domain ?? '';
  const reason = placeOfReason(reasonOf(facts, stateOf(facts, rules)));
  const parts: BreakdownPart[] = whole.map(({ basis, slot, counters }) => {
    return { breakdown: 'domain', name, reason, basis, slot, counters };
  });
  const clicks = facts.engagements.filter(({ kind, tracked }) => kind === 'clicked' && tracked);
  for (const [link, own] of grouped(clicks, (click) => click.link)) {
    if (link !== null) parts.push(...placed('link', link, anchor, linkCounts(own)));
  }
  const onDevices = [...facts.engagements.filter(({ kind }) => kind === 'opened'), ...clicks];
  for (const [device, own] of grouped(onDevices, (each) => each.device ?? '')) {
    parts.push(...placed('device', device, anchor, deviceCounts(own)));
  }
  return parts;
}

/** As it is stored: 0 for none. */
export function placeOfReason(reason: ReasonCode | null): number {
  return reason === null ? 0 : REASON_CODES.indexOf(reason) + 1;
}

type Count<C extends Counter> = readonly [counter: C, at: number];

function linkCounts(clicks: readonly Engagement[]): Count<(typeof LINK_COUNTERS)[number]>[] {
  const human = clicks.filter(isHuman);
  return [
    ...first('clicked', clicks),
    ...first('clickedHuman', human),
    ...each('totalClicks', clicks),
    ...each('totalClicksHuman', human),
  ];
}

function deviceCounts(own: readonly Engagement[]): Count<(typeof DEVICE_COUNTERS)[number]>[] {
  const human = own.filter(isHuman);
  const opens = own.filter(({ kind }) => kind === 'opened');
  const clicks = own.filter(({ kind }) => kind === 'clicked');
  return [
    ...first('opened', own),
    ...first('openedHuman', human),
    ...each('totalOpens', opens),
    ...each('totalOpensHuman', opens.filter(isHuman)),
    ...linkCounts(clicks),
  ];
}

function isHuman({ verdict }: Engagement): boolean {
  return verdict === 'human';
}

/** The message itself, at the earliest of these. */
function first<C extends Counter>(counter: C, all: readonly Engagement[]): Count<C>[] {
  return all.length === 0 ? [] : [[counter, Math.min(...all.map(({ at }) => at))]];
}

function each<C extends Counter>(counter: C, all: readonly Engagement[]): Count<C>[] {
  return all.map(({ at }) => [counter, at]);
}

/** The counts at the message's own slot in `sent`, at their moments in `activity`. */
function placed(
  breakdown: Breakdown,
  name: string,
  anchor: number,
  counts: readonly Count<Counter>[],
): BreakdownPart[] {
  const bySlot = new Map<string, BreakdownPart>();
  const add = (basis: TallyBasis, slot: number, counter: Counter) => {
    const key = basis + slot;
    const part = bySlot.get(key) ?? { breakdown, name, reason: 0, basis, slot, counters: {} };
    part.counters[counter] = (part.counters[counter] ?? 0) + 1;
    bySlot.set(key, part);
  };
  for (const [counter, at] of counts) {
    add('sent', anchor, counter);
    add('activity', quarterOf(at), counter);
  }
  return [...bySlot.values()];
}

function grouped<K>(all: readonly Engagement[], keyOf: (each: Engagement) => K): Map<K, Engagement[]> {
  const groups = new Map<K, Engagement[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
