import { HUMAN_TWINS, TallysheetError, type Counter, type ReportQuery } from '@tallysheet/contract';
import {
  inputsOf,
  isTallied,
  metricIn,
  type Metric,
  type ReportType,
  type SheetCounter,
} from '@tallysheet/report-model';
import { checkQuery } from '../check-query';

/** The counts that a metric is made of, the denominator last: those of a share are the same of two rows. */
export function countsOf({ rule }: Metric): { of: string; over: string } | null {
  if (rule.kind === 'rate') return { of: rule.of, over: rule.over };
  return rule.kind === 'share' ? { of: rule.of, over: rule.of } : null;
}

/**
 * Checks a query and the column of one of its cells: one of the type's, or a count behind one of its rates.
 * Throws what `checkQuery` does.
 */
export function checkCell(query: ReportQuery, columnId: string): ReportType {
  const { columns: _, sort: __, ...asked } = query;
  const type = checkQuery({ ...asked, columns: [] });
  const behind = type.columns.flatMap((id) => Object.values(countsOf(metricIn(type, id)) ?? {}));
  if (![...type.columns, ...behind].some((id) => id === columnId)) {
    throw new TallysheetError('unknown-column', { column: columnId }, 'columnId');
  }
  checkQuery({ ...asked, columns: type.columns.filter((id) => id === columnId) });
  return type;
}

/** Whether the messages or events that a metric counts can be listed: what counts people or runs has no such list. */
export function hasList({ unit, rule }: Metric): boolean {
  return unit === 'count' && rule.kind !== 'distinct' && !(rule.kind === 'sum' && rule.counts === 'people');
}

/** The metric of a column that counts something. Throws `cell-not-countable`, which names the two counts of a rate. */
export function countableMetric(type: ReportType, columnId: string): Metric {
  const found = metricIn(type, columnId);
  const counts = countsOf(found);
  if (counts || !hasList(found)) {
    const { of = null, over = null } = counts ?? {};
    throw new TallysheetError('cell-not-countable', { column: columnId, of, over }, 'columnId');
  }
  return found;
}

/** The counters of which one counts in every message that a metric counts. */
export function signCounters(found: Metric, humanOnly: boolean): SheetCounter[] {
  return found.rule.kind === 'difference' ? [found.rule.of] : inputsOf([found.id], humanOnly).counters;
}

/** Of a metric that counts events: which, and whether only people's own. */
export function eventCounter({ rule }: Metric): Counter | null {
  return rule.kind === 'sum' && rule.counts === 'events' && isTallied(rule.counter) ? rule.counter : null;
}

/** The counter whose human twin leaves something out of a metric. */
export function twinnedCounter({ rule }: Metric): Counter | null {
  if (rule.kind !== 'sum' || !isTallied(rule.counter)) return null;
  return HUMAN_TWINS[rule.counter] ? rule.counter : null;
}
