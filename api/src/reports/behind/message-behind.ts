import {
  HUMAN_TWINS,
  type Counter,
  type MessageMoment,
  type MessageStateName,
  type TallyBasis,
} from '@tallysheet/contract';
import {
  decidedAt,
  firstPendingQuarter,
  quarterOf,
  stateOf,
  type CountingRules,
  type Engagement,
  type MessageFacts,
} from '@tallysheet/counting';
import { evaluate, type BreakdownLevel, type Metric, type SheetCounter } from '@tallysheet/report-model';
import type { CountedMessage } from '../../ingest/counted-message';
import type { Run } from '../compile/compile-people-behind';
import { trackedCounters } from '../sheet-row';
import { eventCounter } from './cell';

/** What a cell counts in the messages of one campaign × asset. */
export interface CellScope {
  metric: Metric;
  basis: TallyBasis;
  humanOnly: boolean;
  run: Run;
  /** Which of its slots are in the row, where rows are by time. */
  isOfRow: (slot: number) => boolean;
  /** Which messages are in the row, where rows are by variant or run. */
  hasMessage: (facts: MessageFacts) => boolean;
  now: number;
  openTracking: boolean;
  /** Under which links or domains; null where messages count as a whole. */
  parts: { level: BreakdownLevel; has: (name: string) => boolean } | null;
}

/** How often a message counts in a cell: the same arithmetic as a row's, on the counters of one message. */
export function timesCounted({ facts, contributions, breakdowns }: CountedMessage, scope: CellScope): number {
  if (!scope.hasMessage(facts)) return 0;
  const { parts, basis, now } = scope;
  const places = parts
    ? breakdowns.filter(({ breakdown, name }) => breakdown === parts.level && parts.has(name))
    : contributions;
  const counters: Partial<Record<SheetCounter, number>> = {};
  const young = firstPendingQuarter(now);
  for (const place of places) {
    if (place.basis !== basis || !isIn(scope, place.slot)) continue;
    for (const [counter, n] of Object.entries(place.counters) as [Counter, number][]) {
      counters[counter] = (counters[counter] ?? 0) + n;
      if (counter === 'pending' && place.slot >= young) counters.pendingYoung = (counters.pendingYoung ?? 0) + n;
    }
  }
  const own = trackedCounters({ openTracking: scope.openTracking, counters });
  return Number(evaluate(scope.metric, { counters: own, extremes: {}, texts: {} }, scope.humanOnly));
}

/** The events that a message adds to a count of events; null where the cell counts messages. */
export function eventsCounted({ facts }: CountedMessage, scope: CellScope): Engagement[] | null {
  const counter = eventCounter(scope.metric);
  if (counter === null) return null;
  const kind = counter === 'totalOpens' ? 'opened' : 'clicked';
  return engagementsOf(facts, scope).filter((each) => {
    if (each.kind !== kind) return false;
    return scope.basis === 'sent' || isIn(scope, quarterOf(each.at));
  });
}

/** The links that were clicked in a message, the first clicked first. */
export function linksClicked({ facts }: CountedMessage, scope: CellScope): string[] {
  const clicks = engagementsOf(facts, scope).filter(({ kind }) => kind === 'clicked');
  return [...new Set(clicks.flatMap(({ link }) => link ?? []))];
}

/** Opens and tracked clicks that bear on the cell. */
function engagementsOf(facts: MessageFacts, { humanOnly, parts }: CellScope): Engagement[] {
  return facts.engagements.filter(({ kind, tracked, verdict, link }) => {
    if (humanOnly && verdict !== 'human') return false;
    if (kind === 'clicked' && !tracked) return false;
    return parts?.level !== 'link' || (kind === 'clicked' && link !== null && parts.has(link));
  });
}

const MOMENTS: Record<MessageMoment, readonly Counter[]> = {
  sentAt: ['sent'],
  deliveredAt: ['delivered'],
  bouncedAt: ['hardBounced', 'softBounced'],
  openedAt: ['opened'],
  clickedAt: ['clicked'],
  unsubscribedAt: ['unsubscribed'],
  complainedAt: ['complained'],
  forwardedAt: ['forwarded'],
};

/** When what happened to a message: the moments that decide its counters (rule 9). */
export function momentsOf(
  { facts }: CountedMessage,
  rules: CountingRules,
  sendKey: string,
  humanOnly: boolean,
): Record<MessageMoment, string | null> {
  const decided = decidedAt(facts, rules, { sendKey });
  const moments = Object.entries(MOMENTS).map(([moment, counters]) => {
    const read = counters.map((counter) => (humanOnly && HUMAN_TWINS[counter]) || counter);
    const at = read.map((counter) => decided.get(counter)).find((found) => found !== undefined);
    return [moment, at === undefined ? null : new Date(at).toISOString()];
  });
  return Object.fromEntries(moments) as Record<MessageMoment, string | null>;
}

/** Where a message stands at `now`. */
export function stateAt({ facts }: CountedMessage, rules: CountingRules, now: number): MessageStateName {
  const state = stateOf(facts, rules);
  if (state === null) return facts.kinds.excluded ? 'rejected' : 'prepared';
  return state === 'pending' && quarterOf(facts.sentAt!) < firstPendingQuarter(now) ? 'aborted' : state;
}

function isIn({ run, isOfRow }: CellScope, slot: number): boolean {
  return (run === null || (slot >= run.from && slot < run.to)) && isOfRow(slot);
}
