import type { Counter, Extreme, Language, TallyBasis, Unit } from '@tallysheet/contract';

/** Text in every language that the definitions themselves carry. */
export type Localized = Record<Language, string>;

/** Counters of a sheet: a tally's, the pending messages too young to be aborted (rule 3), and people, each in one row. */
export type SheetCounter = Counter | 'pendingYoung' | 'people';

/** Whether tallies keep a counter. */
export function isTallied(counter: SheetCounter): counter is Counter {
  return counter !== 'pendingYoung' && counter !== 'people';
}

/**
 * What is counted once however often it comes. It cannot be added up: each row, and the total, has a count of its own, made
 * from the messages that were sent, or were to be sent, in the period. `runs` are a campaign's own, and merged people are one.
 */
export const DISTINCTS = ['runs', 'people'] as const;
export type Distinct = (typeof DISTINCTS)[number];

/** Attributes of a row that are shown as text. */
export type TextAttribute = 'subject' | 'fromName' | 'programName' | 'channel' | 'tags';

/**
 * How a metric comes out of a row's counters. A rate divides two metrics after everything is added up and is null
 * over zero (rule 8); it is never added or averaged itself. A share divides a row's metric by the same metric of the row
 * above it, or of the total. With `humanOnly` a sum reads the counter's human twin.
 */
export type MetricRule =
  | { kind: 'sum'; counter: SheetCounter; counts: 'messages' | 'events' | 'people' }
  | { kind: 'difference'; of: SheetCounter; minus: SheetCounter; counts: 'messages' }
  | { kind: 'added'; counters: readonly SheetCounter[]; counts: 'messages' }
  | { kind: 'distinct'; of: Distinct }
  | { kind: 'rate'; of: string; over: string }
  | { kind: 'share'; of: string }
  | { kind: 'extreme'; extreme: Extreme }
  | { kind: 'text'; attribute: TextAttribute };

/** A named number with a rule: the one place where its label, help, unit and arithmetic stand. */
export interface Metric {
  id: string;
  label: Localized;
  help: Localized;
  unit: Unit;
  rule: MetricRule;
  /** Of a count, whether more of it or less is the better news; a rate is judged as what it is a rate of. */
  better?: 'more' | 'less';
  /** Empty in any other basis, where it would compare what cannot be compared. */
  onlyIn?: TallyBasis;
}
