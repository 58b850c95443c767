import { EXTREMES, type Extreme } from '@tallysheet/contract';
import type { Counted, RowFacts } from '../metrics/evaluate';
import type { SheetCounter } from '../metrics/metric';

/**
 * The facts of a coarser row: counters of its rows added, earliest and latest taken. A message is in exactly one
 * campaign and asset, so nothing is counted twice; rates are divided afterwards from the sums.
 */
export function rollUp(rows: Iterable<RowFacts>, texts: RowFacts['texts'] = {}): RowFacts {
  const sum: RowFacts = { counters: {}, extremes: {}, texts };
  for (const row of rows) {
    add(sum, row);
    if (row.other) add((sum.other ??= { counters: {}, extremes: {} }), row.other);
    for (const [period, counted] of Object.entries(row.periods ?? {})) {
      add(((sum.periods ??= {})[period] ??= { counters: {}, extremes: {} }), counted);
    }
  }
  return sum;
}

function add(sum: Counted, row: Counted): void {
  for (const counter of Object.keys(row.counters) as SheetCounter[]) {
    sum.counters[counter] = (sum.counters[counter] ?? 0) + row.counters[counter]!;
  }
  for (const extreme of Object.keys(row.extremes) as Extreme[]) {
    const at = row.extremes[extreme]!;
    const known = sum.extremes[extreme];
    sum.extremes[extreme] = known === undefined ? at : Math[EXTREMES[extreme]](known, at);
  }
}
