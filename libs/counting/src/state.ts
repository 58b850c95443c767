import type { ReasonCode } from '@tallysheet/contract';
import type { MessageFacts } from './facts';
import type { CountingRules } from './rules';
import { quarterOf } from './slots';

/** Where a sent message stands. `pending` turns into aborted by the clock alone (rule 3), when a sheet is computed. */
export type MessageState = 'delivered' | 'hardBounced' | 'softBounced' | 'pending';

/** Rule 5: when the message was first opened, or anything happened that implies it was; null for never. */
export function openedAt(facts: MessageFacts): number | null {
  const { opened, clicked, optOutClicked, mirrorViewed, forwarded, unsubscribed } = facts.kinds;
  return earliest([opened, clicked, optOutClicked, mirrorViewed, forwarded, unsubscribed].map((kind) => kind?.first));
}

/** Rule 9: the first thing that proves a delivery without a delivered event. */
export function deliveryProofAt(facts: MessageFacts): number | null {
  return earliest([openedAt(facts), facts.kinds.complained?.first, facts.kinds.impression?.first]);
}

/** Rules 3 and 4. Null while nothing proves a send. */
export function stateOf(facts: MessageFacts, rules: CountingRules): MessageState | null {
  if (facts.sentAt === null) return null;
  const { delivered, hardBounced, softBounced } = facts.kinds;
  if (deliveryProofAt(facts) !== null) return 'delivered';
  if (hardBounced) return 'hardBounced';
  if (softBounced && (!delivered || rules.softBounce === 'wins' || softBounced.last > delivered.last)) {
    return 'softBounced';
  }
  return delivered ? 'delivered' : 'pending';
}

/** Rule 4: why it bounced, by the latest bounce of its state's own kind, or why it was never sent; else null. */
export function reasonOf(facts: MessageFacts, state: MessageState | null): ReasonCode | null {
  if (state === 'hardBounced' || state === 'softBounced') return facts.reasons[state] ?? null;
  return state === null ? (facts.reasons.excluded ?? null) : null;
}

/** Rule 3: a message without news is aborted when the quarter hour of its send ended this long ago. */
const ABORTED_AFTER_MS = 3 * 86_400_000;

/** The first quarter hour whose pending messages are still pending at `now`; those of earlier ones are aborted. */
export function firstPendingQuarter(now: number): number {
  return quarterOf(now - ABORTED_AFTER_MS);
}

/** The smallest of the instants that are there. */
export function earliest(instants: readonly (number | null | undefined)[]): number | null {
  let first: number | null = null;
  for (const at of instants) if (at !== null && at !== undefined && (first === null || at < first)) first = at;
  return first;
}
