import { COUNTERS, EXTREME_IDS, EXTREMES, type Counter, type Extreme } from '@tallysheet/contract';
import type { TallyChange } from '@tallysheet/counting';
import type { MergeRule } from '../database/dialect';
import { columnOf } from '../database/facts/fact-tables';
import type { SqlValue } from '../database/store';

/**
 * Counters and instants that mostly change together. A row is written with the families that it changes and no others:
 * most rows touch one or two, and each set of families is one statement that the store can keep.
 */
const FAMILIES: readonly (readonly (Counter | Extreme)[])[] = [
  ['initial', 'sent', 'delivered', 'deliveredTracked', 'pending', 'firstSentAt', 'lastSentAt'],
  ['opened', 'openedHuman', 'openedTracked', 'openedTrackedHuman', 'totalOpens', 'totalOpensHuman'],
  ['firstActivityAt', 'lastActivityAt'],
  ['clicked', 'clickedHuman', 'totalClicks', 'totalClicksHuman'],
];

/** Whatever stands in no family is one together. */
const NAMED = new Set<string>(FAMILIES.flat());
const FAMILY_OF = new Map<string, number>([
  ...FAMILIES.flatMap((family, index) => family.map((id) => [id, index] as const)),
  ...[...COUNTERS, ...EXTREME_IDS].filter((id) => !NAMED.has(id)).map((id) => [id, FAMILIES.length] as const),
]);

/** The part of a tally row that some set of families writes. */
export interface TallyColumns {
  names: readonly string[];
  rules: Readonly<Record<string, MergeRule>>;
  values(change: TallyChange): SqlValue[];
}

const known = new Map<number, TallyColumns>();

/** Which families a change touches, as a set of bits; 0 when it changes nothing. */
export function familiesOf(change: TallyChange): number {
  let families = 0;
  for (const id in change.counters) if (change.counters[id as Counter] !== 0) families |= bitOf(id);
  for (const id in change.extremes) families |= bitOf(id);
  return families;
}

export function columnsOf(families: number): TallyColumns {
  const found = known.get(families) ?? makeColumns(families);
  known.set(families, found);
  return found;
}

function bitOf(id: string): number {
  return 1 << FAMILY_OF.get(id)!;
}

function makeColumns(families: number): TallyColumns {
  const counters = COUNTERS.filter((id) => families & bitOf(id));
  const extremes = EXTREME_IDS.filter((id) => families & bitOf(id));
  return {
    names: [...counters, ...extremes].map(columnOf),
    rules: {
      ...Object.fromEntries(counters.map((id) => [columnOf(id), 'add' as const])),
      ...Object.fromEntries(extremes.map((id) => [columnOf(id), EXTREMES[id]])),
    },
    values: (change) => [
      ...counters.map((id) => change.counters[id] ?? 0),
      ...extremes.map((id) => change.extremes[id] ?? null),
    ],
  };
}
