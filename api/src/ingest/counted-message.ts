import type { Audience } from '@tallysheet/contract';
import {
  breakdownParts,
  contribution,
  factsOf,
  type BreakdownPart,
  type Contribution,
  type CountedEvent,
  type CountingRules,
  type MessageFacts,
} from '@tallysheet/counting';

/** A message as it counts: what is known of it, among whose messages, and what it adds to every tally. */
export interface CountedMessage {
  facts: MessageFacts;
  audience: Audience;
  contributions: Contribution[];
  breakdowns: BreakdownPart[];
}

/** Counts a message from all of its events. Test sends are apart from everybody's messages, deleted people's or not. */
export function countMessage(
  events: Iterable<CountedEvent>,
  rules: CountingRules,
  { sendKey, isDeleted }: { sendKey: string; isDeleted: boolean },
): CountedMessage {
  const facts = factsOf(events, rules);
  const contributions = contribution(facts, rules, { sendKey });
  const breakdowns = breakdownParts(facts, rules, contributions);
  return { facts, audience: facts.test ? 'test' : isDeleted ? 'deleted' : 'live', contributions, breakdowns };
}
