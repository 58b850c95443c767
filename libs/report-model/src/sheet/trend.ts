import {
  TallysheetError,
  type Language,
  type Settings,
  type SheetColumn,
  type SheetRow,
  type Trend,
  type Unit,
} from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import type { RowFacts } from '../metrics/evaluate';
import { countPeriods, daysOfPeriod, periodId, periodName, periodsFrom, periodStart } from '../time/periods';
import type { Days, ResolvedFrame } from '../time/time-frame';
import { dateOf, type LocalTime } from '../time/time-levels';
import type { Leaf } from './assemble';

/** So many columns can stand beside those that were chosen: more than a year of days of one, or a month of days of 15. */
export const TREND_COLUMNS = 500;

/** A leaf that was counted by the day. */
type DayLeaf = Leaf & { local: LocalTime };

/** A day, week or month that has columns of its own. */
export interface Period {
  id: string;
  name: string;
}

/** The same leaves, each with what it counts as that of its day, week or month. */
export function withPeriods<L extends DayLeaf>(
  leaves: readonly L[],
  trend: Trend,
  weekStart: Settings['weekStart'],
): L[] {
  const ids = new Map<number, string>();
  return leaves.map((leaf) => {
    const day = leaf.local.day!;
    const id = ids.get(day) ?? periodId(trend, periodStart(trend, dateOf(day), weekStart));
    ids.set(day, id);
    return { ...leaf, periods: { [id]: { counters: leaf.counters, extremes: leaf.extremes } } };
  });
}

/**
 * The days, weeks or months of a time frame, or from the first to the last in which anything counts where it has no bounds.
 * Throws `too-many-trend-columns`.
 */
export function trendPeriods(
  trend: Trend,
  frame: Pick<ResolvedFrame, 'firstDay' | 'lastDay'>,
  leaves: readonly DayLeaf[],
  { columns, ...names }: { columns: number; language: Language; weekStart: Settings['weekStart'] },
): Period[] {
  const days = daysShown(frame, leaves);
  if (days === null) return [];
  const periods = countPeriods(trend, days, names.weekStart);
  const count = periods * columns;
  if (count > TREND_COLUMNS) {
    throw new TallysheetError('too-many-trend-columns', { count, limit: TREND_COLUMNS }, 'trend');
  }
  return periodsFrom(trend, periodStart(trend, days[0], names.weekStart), periods).map((start) => ({
    id: periodId(trend, start),
    name: periodName(trend, start, names.language),
  }));
}

function daysShown(
  { firstDay, lastDay }: Pick<ResolvedFrame, 'firstDay' | 'lastDay'>,
  leaves: readonly DayLeaf[],
): Days | null {
  if (firstDay !== null && lastDay !== null)
    return [Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay)];
  let [first, last] = [Infinity, -Infinity];
  for (const { local } of leaves) {
    first = Math.min(first, local.day!);
    last = Math.max(last, local.day!);
  }
  return first <= last ? [dateOf(first), dateOf(last)] : null;
}

/** Whether a column has others beside it in a trend: texts are the same at any time. */
export function hasTrend({ unit }: Pick<SheetColumn, 'unit'>): boolean {
  return unit !== 'text';
}

/** The columns that a trend puts beside one. */
export function trendColumns(column: SheetColumn, periods: readonly Period[]): SheetColumn[] {
  if (!hasTrend(column)) return [];
  const { id: of, label, unit } = column;
  return periods.map(({ id, name }) => ({ id: trendId(of, id), label: `${label} (${name})`, unit, of, period: id }));
}

/** A row as one period counts it. */
export function inPeriod({ texts, periods }: RowFacts, period: string): RowFacts {
  return { counters: {}, extremes: {}, ...periods?.[period], texts };
}

/** What a row comes to in one period, under the ids of that period's columns. */
export function trendValues(
  values: SheetRow['values'],
  period: string,
  unitOf: (id: string) => Unit,
): SheetRow['values'] {
  const shown = Object.entries(values).filter(([id]) => hasTrend({ unit: unitOf(id) }));
  return Object.fromEntries(shown.map(([id, value]) => [trendId(id, period), value]));
}

export function trendId(id: string, period: string): string {
  return `${id}@${period}`;
}

/** The column and the days of a trend's column, by its id; null for another column. */
export function readTrendId(columnId: string, trend: Trend): { id: string; days: Days } | null {
  const [id, period, ...more] = columnId.split('@');
  const days = period === undefined || more.length > 0 ? null : daysOfPeriod(trend, period);
  return days && { id: id!, days };
}
