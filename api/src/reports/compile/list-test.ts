import type { Activity, Match } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import type { Bounds, DayRun } from '@tallysheet/report-model';

/** A smart list with everything named in it found and every date an instant: all that its SQL depends on. */
export type ListTest = GroupTest | AttributeTest | ActivityTest;

export interface GroupTest {
  kind: 'group';
  match: Match;
  tests: readonly ListTest[];
}

export interface AttributeTest {
  kind: 'attribute';
  attributeId: number;
  /** Keeps those whom it does not find. */
  not: boolean;
  values: ValueTest;
}

/** Which values of an attribute a test finds. Days stand as midnights in UTC, instants in the days of the sheet's zone. */
export type ValueTest =
  | { kind: 'any' }
  | { kind: 'texts'; place: TextPlace; texts: readonly string[] }
  | { kind: 'numbers'; numbers: readonly number[] }
  | { kind: 'compared'; by: readonly { operator: '<' | '<=' | '>' | '>='; number: number }[] }
  | { kind: 'days'; runs: readonly DayRun[] };

/** Where in a value a text is looked for. */
export type TextPlace = 'whole' | 'anywhere' | 'start' | 'end';

export interface ActivityTest {
  kind: 'activity';
  did: Activity;
  not: boolean;
  atLeast: number;
  /** Both null for all time. */
  frame: Bounds;
  programs?: readonly string[] | undefined;
  campaigns?: readonly string[] | undefined;
  assets?: readonly string[] | undefined;
  /** What was clicked; null for anything. */
  links: readonly Uint8Array[] | null;
}

/** What beside the rules a list depends on. */
export interface ListGround {
  workspaceId: number;
  /** Whether only what people did themselves counts, as in the sheet (rule 7). */
  humanOnly: boolean;
  rules: CountingRules;
  /** All sources of the workspace: events are kept by them. */
  sources: readonly number[];
  /** How the store is told by which index to read. */
  by: Dialect['by'];
  joinNext: Dialect['joinNext'];
}
