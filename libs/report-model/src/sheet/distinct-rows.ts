import type { RowFacts } from '../metrics/evaluate';
import type { Distinct } from '../metrics/metric';

/** What cannot be added up, as each row counts it, by the row's id; what a row has none of is not in it. */
export type DistinctRows = ReadonlyMap<string, Partial<Record<Distinct, number>>>;

export interface DistinctCounts {
  /** None where no column asks for it. */
  distinct?: DistinctRows;
  /** The same in the other period of a compared sheet. */
  otherDistinct?: DistinctRows;
}

/** A row's facts with what was counted for it alone. */
export function withDistinct(facts: RowFacts, rowId: string, { distinct, otherDistinct }: DistinctCounts): RowFacts {
  if (distinct) facts.distinct = distinct.get(rowId) ?? {};
  if (otherDistinct)
    facts.other = { counters: {}, extremes: {}, ...facts.other, distinct: otherDistinct.get(rowId) ?? {} };
  return facts;
}
