import type { MessageEventKind } from '@tallysheet/contract';
import type { CountedEvent } from '../event';
import type { BruteEvent, BruteOptions } from '../oracle/brute-force';

/** An event that both the counting and the brute-force counter can read. */
export interface StoryEvent extends BruteEvent, CountedEvent {
  kind: MessageEventKind;
}

/** What happened and when; all else is Ada, the campaign `spring` and the email `invite` unless told. */
export type Line = readonly [kind: MessageEventKind, time: string, rest?: Partial<Omit<StoryEvent, 'kind' | 'at'>>];

/** Default rules, everything in basis `sent`, computed an hour after midnight of 3 March. */
export const DEFAULT_OPTIONS: BruteOptions = {
  softBounce: 'last-word',
  repeatSends: 'collapse',
  repeatKey: 'run',
  proximitySeconds: 0,
  humanOnly: false,
  basis: 'sent',
  from: null,
  to: null,
  now: instant('3 01:00'),
};

/** `10:00`, `10:00:05.250`, or with a day of March 2024 before it, `2 10:00`; without a day it is the first. */
export function instant(time: string): number {
  const [clock = '', day = '1'] = time.split(' ').reverse();
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return Date.UTC(2024, 2, Number(day), hours, minutes) + Math.round(seconds * 1000);
}

/** The lines as events, with ids in the order of the telling (`e01`, `e02` …). */
export function story(lines: readonly Line[]): StoryEvent[] {
  return lines.map(([kind, time, rest], index) => ({
    id: `e${String(index + 1).padStart(2, '0')}`,
    kind,
    at: instant(time),
    person: 'ada',
    campaign: 'spring',
    asset: 'invite',
    link: null,
    tracked: true,
    verdict: 'human',
    test: false,
    openTracking: null,
    run: null,
    variant: null,
    messageId: null,
    domain: null,
    reason: null,
    device: null,
    ...rest,
  }));
}
