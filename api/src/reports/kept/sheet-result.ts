import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import {
  assembleSheet,
  countRows,
  limitRows,
  metricsBehind,
  sortedBy,
  sortForTop,
  type CountedLeaves,
  type SheetPlan,
} from '@tallysheet/report-model';

/** The order of rows, and which of them. */
export type RowOrder = Pick<ReportQuery, 'sort' | 'search' | 'top'>;

/** What a sheet is sorted by: with `top` by something in any case. */
export function sortOf({ sort, top }: RowOrder, columns: readonly string[]): SheetPlan['sort'] {
  return top === undefined ? (sort ?? []) : sortForTop(sort, columns);
}

/** What was counted for a sheet: its rows can be put in another order, or looked through, without asking the store again. */
export class SheetResult {
  private latest: { order: string; sheet: Sheet } | null = null;

  constructor(
    private readonly head: Omit<Sheet, 'rows' | 'rowCounts' | 'total'>,
    private readonly leaves: CountedLeaves,
    private readonly plan: Omit<SheetPlan, 'sort'>,
    /** The metrics that were counted. */
    private readonly metrics: readonly string[],
  ) {}

  /** Whether what the rows are to be sorted by was counted. */
  hasCounted(order: RowOrder): boolean {
    const { columns, calculated } = this.plan;
    return metricsBehind(sortedBy(sortOf(order, columns)), calculated).every((id) => this.metrics.includes(id));
  }

  /** The whole sheet in this order. */
  sheet(order: RowOrder): Sheet {
    const key = JSON.stringify([order.sort, order.search, order.top]);
    if (this.latest?.order !== key) this.latest = { order: key, sheet: this.ordered(order) };
    return this.latest.sheet;
  }

  private ordered(order: RowOrder): Sheet {
    const { head, leaves } = this;
    const plan = { ...this.plan, sort: sortOf(order, this.plan.columns) };
    const { rows: allRows, total } = assembleSheet(leaves, plan);
    const { search, top } = order;
    const limits = { search, top, othersName: format(plan.language, 'row.others') };
    const { rows, shown, all } = limitRows(allRows, leaves, plan, limits);
    const limited = shown < all ? [{ code: 'row-limit' as const, params: { shown, all } }] : [];
    const notes = [...head.notes, ...limited];
    return { ...head, rows, rowCounts: countRows(allRows), total: { id: 'total', values: total }, notes };
  }
}
