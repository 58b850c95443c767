import type { MessageEventKind } from '@tallysheet/contract';

/** Who made an open or click (rule 7). */
export const VERDICTS = ['human', 'privacyProxy', 'bot'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * One stored event of a message, reduced to what counting reads.
 * `id` is unique over all sources; two entries with the same id are one event.
 */
export interface CountedEvent {
  id: string;
  kind: MessageEventKind;
  /** UTC, in ms. */
  at: number;
  /** The clicked link, null when none was given. */
  link: string | null;
  /** False for a click that rule 5 does not count, such as one on a mailto link. */
  tracked: boolean;
  /** The event's own verdict; proximity is judged with the whole message at hand. */
  verdict: Verdict;
  test: boolean;
  openTracking: boolean | null;
  run: string | null;
  variant: string | null;
  /** Of the address that the event names, in lower case. */
  domain: string | null;
  /** Of a bounce or an exclusion, as its sender gave it. */
  reason: string | null;
  /** What an open or click was made with (`deviceOf`). */
  device: string | null;
}
