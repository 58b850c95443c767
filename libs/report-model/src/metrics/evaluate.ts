import { HUMAN_TWINS, type CellValue, type Extreme } from '@tallysheet/contract';
import { isTallied, type Distinct, type Metric, type SheetCounter, type TextAttribute } from './metric';
import { metric as metricOf } from './registry';

/** What was added up in one period. */
export interface Counted {
  counters: Partial<Record<SheetCounter, number>>;
  /** UTC, in ms. */
  extremes: Partial<Record<Extreme, number>>;
  /** What was counted for this row alone; none of a row that several others were added up to. */
  distinct?: Partial<Record<Distinct, number>>;
}

/** What a row was added up to, at its own grain. */
export interface RowFacts extends Counted {
  texts: Partial<Record<TextAttribute, string | null>>;
  /** The same in the other period of a compared sheet; none if nothing counts there. */
  other?: Counted;
  /** The same in each day, week or month that a trend has columns for, by its id. */
  periods?: Record<string, Counted>;
}

/**
 * A metric's value for one row. A rate is null over zero, an instant null when nothing happened. `above` is the row that
 * it stands beneath, or the total; the total itself is its own.
 */
export function evaluate(metric: Metric, row: RowFacts, humanOnly: boolean, above: RowFacts = row): CellValue {
  const { rule } = metric;
  switch (rule.kind) {
    case 'sum': {
      const sum = row.counters[counterRead(rule.counter, humanOnly)];
      // What was spent is known only where somebody has entered it.
      if (rule.counts === 'money') return sum === undefined ? null : sum / 100;
      return sum ?? 0;
    }
    case 'difference':
      return (row.counters[rule.of] ?? 0) - (row.counters[rule.minus] ?? 0);
    case 'added':
      return rule.counters.reduce((sum, counter) => sum + (row.counters[counter] ?? 0), 0);
    case 'distinct':
      return row.distinct ? (row.distinct[rule.of] ?? (rule.mayBeUntold ? null : 0)) : null;
    case 'share': {
      const over = Number(evaluate(metricOf(rule.of), above, humanOnly));
      return over === 0 ? null : Number(evaluate(metricOf(rule.of), row, humanOnly)) / over;
    }
    case 'rate': {
      const of = evaluate(metricOf(rule.of), row, humanOnly);
      const over = Number(evaluate(metricOf(rule.over), row, humanOnly));
      return of === null || over === 0 ? null : Number(of) / over;
    }
    case 'extreme': {
      const at = row.extremes[rule.extreme];
      return at === undefined ? null : new Date(at).toISOString();
    }
    case 'text':
      return row.texts[rule.attribute] ?? null;
  }
}

/** What a set of metrics reads: counters, instants, and what has a count of its own. */
export function inputsOf(
  ids: readonly string[],
  humanOnly: boolean,
): { counters: SheetCounter[]; extremes: Extreme[]; distinct: Distinct[] } {
  const counters = new Set<SheetCounter>();
  const extremes = new Set<Extreme>();
  const distinct = new Set<Distinct>();
  const visit = (id: string) => {
    const { rule } = metricOf(id);
    if (rule.kind === 'sum') counters.add(counterRead(rule.counter, humanOnly));
    if (rule.kind === 'added') for (const counter of rule.counters) counters.add(counter);
    if (rule.kind === 'share') visit(rule.of);
    if (rule.kind === 'difference') counters.add(rule.of).add(rule.minus);
    if (rule.kind === 'extreme') extremes.add(rule.extreme);
    if (rule.kind === 'distinct') distinct.add(rule.of);
    if (rule.kind === 'rate') [rule.of, rule.over].forEach(visit);
  };
  ids.forEach(visit);
  return { counters: [...counters], extremes: [...extremes], distinct: [...distinct] };
}

/** The counter that a sum reads: with `humanOnly` its human twin, where it has one. */
function counterRead(counter: SheetCounter, humanOnly: boolean): SheetCounter {
  if (!humanOnly || !isTallied(counter)) return counter;
  return HUMAN_TWINS[counter] ?? counter;
}
