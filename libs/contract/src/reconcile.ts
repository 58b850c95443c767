import type { Sheet, SheetColumn } from './sheet';

/** A cell of a table from elsewhere, as its file has it: a workbook knows numbers from texts, a CSV file only texts. */
export type TableCell = string | number | null;

/** A report as another tool has written it to a file. */
export interface ExportTable {
  /** The workbook's sheet that it stands on; null in a CSV file. */
  sheetName: string | null;
  headers: string[];
  rows: { line: number; cells: TableCell[] }[];
  /** Rows that could not be read. */
  unreadable: number;
}

/**
 * Why a number of another tool's report differs from ours. Each is named only where our own count under that rule is
 * exactly theirs; else it is `unexplained`.
 *
 * - `rounded`: the same rate, written with fewer digits; no difference.
 * - `follows-counts`: their rate is the quotient of their own two counts.
 * - `rate-of-all`: their open rate also counts messages without open tracking.
 * - `pending-with-aborted`: theirs still calls pending what was given up after 3 days.
 * - `counted-earlier`: pending and aborted together are the same: theirs was counted before some were given up.
 * - `bots-counted`, `people-only`: opens and clicks of machines count there, or do not.
 * - `deleted-counted`, `deleted-left-out`: deleted people count there, or do not.
 * - `test-sends-counted`, `archived-counted`: so do these.
 * - `no-send-record`: what has no send record does not count there.
 * - `soft-bounce-wins`, `last-word`: which of a soft bounce and a delivery holds.
 * - `repeats-separate`, `repeats-collapsed`: whether a repeated send is a message of its own.
 * - `by-activity-date`, `by-send-date`: the period applies to the other date.
 * - `time-zone` {timeZone}: its days are those of another zone.
 * - `outside-filter`: the row is there, but the sheet's filter leaves it out.
 */
export const RECONCILE_RULES = [
  'rounded',
  'follows-counts',
  'rate-of-all',
  'pending-with-aborted',
  'counted-earlier',
  'bots-counted',
  'people-only',
  'deleted-counted',
  'deleted-left-out',
  'test-sends-counted',
  'archived-counted',
  'no-send-record',
  'soft-bounce-wins',
  'last-word',
  'repeats-separate',
  'repeats-collapsed',
  'by-activity-date',
  'by-send-date',
  'time-zone',
  'outside-filter',
  'unexplained',
] as const;
export type ReconcileRule = (typeof RECONCILE_RULES)[number];

export interface RuleFound {
  code: ReconcileRule;
  params: Record<string, string | number>;
}

/** One number of both; `difference` is theirs less ours, and 0 where they agree as far as theirs is written out. */
export interface ReconciledCell {
  columnId: string;
  ours: number | null;
  theirs: number | null;
  difference: number | null;
  rule?: RuleFound;
}

/** `ambiguous`: several rows could be meant, so none is compared. */
export type ReconciledState = 'matched' | 'only-theirs' | 'only-ours' | 'ambiguous';

/** A row of the file, of the sheet, or of both. A row that is in one only has the rule that tells why, if one does. */
export interface ReconciledRow {
  rowId: string | null;
  /** Where it stands in the file. */
  line: number | null;
  name: string;
  /** The name of the row above it, where there is one. */
  parentName: string | null;
  state: ReconciledState;
  cells: ReconciledCell[];
  rule?: RuleFound;
}

/** A column of the file. Of numbers that are compared `id` is our column; what is `other` is passed over. */
export interface ReconciledColumn extends Omit<SheetColumn, 'id'> {
  id: string | null;
  header: string;
  holds: 'names' | 'numbers' | 'other';
}

/** A report of another tool beside a sheet. At most {@link RECONCILED_ROWS} rows are in it, those that differ first. */
export interface Reconciliation {
  sheetName: string | null;
  timeFrame: Sheet['timeFrame'];
  columns: ReconciledColumn[];
  rows: ReconciledRow[];
  /** The totals of both, where the file has one. */
  total: ReconciledRow | null;
  /** Of all rows, in the answer or not. */
  counts: {
    agree: number;
    differ: number;
    onlyTheirs: number;
    onlyOurs: number;
    ambiguous: number;
    unreadable: number;
  };
  computedAt: string;
}
export const RECONCILED_ROWS = 5000;
