import { COUNTERS, type Counter, type Extreme, type Language, type TallyBasis, type Unit } from '@tallysheet/contract';

/** Text in every language that the definitions themselves carry. */
export type Localized = Record<Language, string>;

/**
 * Counters of a sheet: a tally's, the pending messages too young to be aborted (rule 3), people who are in one row only, and
 * what was spent, in hundredths.
 */
export type SheetCounter = Counter | 'pendingYoung' | 'people' | 'newNames' | 'cost';

/** Whether tallies keep a counter. */
export function isTallied(counter: SheetCounter): counter is Counter {
  return (COUNTERS as readonly SheetCounter[]).includes(counter);
}

/**
 * What is counted once however often it comes. It cannot be added up: each row, and the total, has a count of its own.
 * `runs` are a campaign's, `people` those it wrote to or aimed at, `members` those it wrote to, all of messages in the period;
 * `successes` are people who first succeeded in a program in it. Merged people are one.
 */
export const DISTINCTS = ['runs', 'people', 'members', 'successes'] as const;
export type Distinct = (typeof DISTINCTS)[number];

/** Attributes of a row that are shown as text. */
export type TextAttribute = 'subject' | 'fromName' | 'programName' | 'channel' | 'tags';

/**
 * How a metric comes out of a row's counters. A rate divides two metrics after everything is added up and is null
 * over zero (rule 8); it is never added or averaged itself. A share divides a row's metric by the same metric of the row
 * above it, or of the total. A `distinct` that may be untold is null where there is none. With `humanOnly` a sum reads the counter's human twin.
 */
export type MetricRule =
  | { kind: 'sum'; counter: SheetCounter; counts: 'messages' | 'events' | 'people' | 'money' }
  | { kind: 'difference'; of: SheetCounter; minus: SheetCounter; counts: 'messages' }
  | { kind: 'added'; counters: readonly SheetCounter[]; counts: 'messages' }
  | { kind: 'distinct'; of: Distinct; mayBeUntold?: true }
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
