import { EXTREMES, type Counter, type Extreme } from '@tallysheet/contract';
import type { TallyChange } from '@tallysheet/counting';
import type { MergeRule } from '../database/dialect';
import { columnOf } from '../database/facts/fact-table';
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
const FAMILY_OF = new Map<string, number>(FAMILIES.flatMap((family, at) => family.map((id) => [id, at] as const)));

/** What a change writes: an instant only where it is told. */
type Change = Pick<TallyChange, 'counters'> & Partial<Pick<TallyChange, 'extremes'>>;

/** The part of a tally row that some set of families writes. */
interface Written {
  names: readonly string[];
  rules: Readonly<Record<string, MergeRule>>;
  values(change: Change): SqlValue[];
}

/** The measures of one table of tallies, and which of them a change writes. */
export class MeasureColumns {
  private readonly known = new Map<number, Written>();

  constructor(
    private readonly counters: readonly Counter[],
    private readonly extremes: readonly Extreme[],
  ) {}

  /** Which families a change touches, as a set of bits; 0 when it changes nothing. */
  familiesOf(change: Change): number {
    let families = 0;
    for (const id in change.counters) if (change.counters[id as Counter] !== 0) families |= bitOf(id);
    for (const id in change.extremes) families |= bitOf(id);
    return families;
  }

  written(families: number): Written {
    const found = this.known.get(families) ?? this.make(families);
    this.known.set(families, found);
    return found;
  }

  private make(families: number): Written {
    const counters = this.counters.filter((id) => families & bitOf(id));
    const extremes = this.extremes.filter((id) => families & bitOf(id));
    return {
      names: [...counters, ...extremes].map(columnOf),
      rules: {
        ...Object.fromEntries(counters.map((id) => [columnOf(id), 'add' as const])),
        ...Object.fromEntries(extremes.map((id) => [columnOf(id), EXTREMES[id]])),
      },
      values: (change) => [
        ...counters.map((id) => change.counters[id] ?? 0),
        ...extremes.map((id) => change.extremes?.[id] ?? null),
      ],
    };
  }
}

/** Whatever stands in no family is one together. */
function bitOf(id: string): number {
  return 1 << (FAMILY_OF.get(id) ?? FAMILIES.length);
}
