import type { CanonicalEvent } from '@tallysheet/contract';
// The counter that the product is checked against is part of no library's front door.
import type { BruteEvent } from '../../../libs/counting/src/oracle/brute-force';

export { bruteForceDomains, bruteForceReactions } from '../../../libs/counting/src/oracle/brute-breakdown';
export type { BruteQuery, BruteSheet, BruteWorld } from '../../../libs/counting/src/oracle/brute-query';
export { bruteForceSheet } from '../../../libs/counting/src/oracle/brute-sheet';
export type { BruteTree } from '../../../libs/counting/src/oracle/brute-scope';
export { NoRule } from '../../../libs/counting/src/oracle/no-rule';
export { bruteForceDistinct } from '../../../libs/counting/src/oracle/brute-distinct';
export {
  bruteForceCount,
  bruteForceTotal,
  countMessage,
  emptyRow,
  firstOf,
  isHuman,
  messagesOf,
  namesOfPeople,
  sentAtOf,
  type BruteEvent,
  type BruteOptions,
  type Counted,
} from '../../../libs/counting/src/oracle/brute-force';

/** How Apple Mail names itself when it fetches pictures before anyone has opened the mail. */
export const APPLE_PREFETCH = 'Mozilla/5.0';

/** Events as the brute-force counter reads them. Agents other than Apple's are taken for people. */
export function bruteEvents(events: readonly CanonicalEvent[]): BruteEvent[] {
  return events.map((event) => ({
    id: event.id!,
    kind: event.kind,
    at: Date.parse(event.at),
    person: event.person.id ?? event.person.address!.toLowerCase(),
    campaign: event.campaign?.id ?? '',
    asset: event.asset?.id ?? '',
    merged: event.mergedPersons,
    link: event.link?.url ?? null,
    tracked: !event.link?.url.startsWith('mailto:'),
    verdict: event.bot ? 'bot' : event.agent?.userAgent === APPLE_PREFETCH ? 'privacyProxy' : 'human',
    test: event.test ?? false,
    openTracking: event.openTracking ?? null,
    run: event.run?.id ?? null,
    variant: event.variant ?? null,
    messageId: event.messageId ?? null,
    domain: event.person.address?.split('@').at(-1)?.toLowerCase() ?? null,
    reason: event.reason?.code ?? null,
    device: null,
  }));
}
