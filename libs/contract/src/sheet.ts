import type { TimeBasis } from './counters';
import type { Channel } from './event';
import type { MessageLevel, QueryLevel, RowLevel, TimeLevel } from './row-level';
import type { SmartListCounts } from './smart-list';

/**
 * How a value is read: a whole number, 0..1, any number, an instant (ISO 8601 UTC), text, or the difference of two rates,
 * which is of 0..1 as they are and shown in points.
 */
export type Unit = 'count' | 'rate' | 'number' | 'points' | 'instant' | 'text';
export type CellValue = number | string | null;

/** What stands beside a number in a compared sheet: the other period's, the difference, and that over the other's. */
export type Compared = 'other' | 'change' | 'changeRate';

export interface SheetColumn {
  id: string;
  label: string;
  unit: Unit;
  /** Of a column that stands beside another one, such as `sent:change` or `sent@2026-03`: which that is. */
  of?: string;
  /** Of one that a comparison adds: what it says. */
  compared?: Compared;
  /** Of one that a trend adds: its day, week or month, as the row of that time would be called (`nodeId`). */
  period?: string;
}

export type RowKind =
  'program' | 'campaignType' | 'campaign' | Channel | 'link' | 'domain' | 'attribute' | MessageLevel | TimeLevel;

/** The node that stands for the rest of its kind; with `top` it is the last row. */
export const OTHERS = '*';

/** Before the date that a row of a compared sheet is called by, where only the other period has a day, week or month there. */
export const OTHER_PERIOD = 'other:';

/**
 * One line of a sheet. `nodeId` is the id of what the row stands for: a domain's is the domain itself, `*` the rest of
 * them, and nothing for people without an address; a variant's or run's is what senders call it, and nothing where none is
 * told. A day's is its date, a week's that of its first day, a month's `2024-03`, a weekday's 1 (Monday) to 7, an hour's
 * `00` to `23`; a campaign type's is `batch` or `trigger`, an attribute's its value, or nothing where it has none.
 */
export interface SheetRow {
  id: string;
  parentId: string | null;
  level: number;
  kind: RowKind;
  nodeId: string;
  name: string;
  /** Where a link leads, beside its name, which is the same for links that nobody has named. */
  address?: string;
  /** By time, of a compared sheet: the other period's day, week or month whose numbers stand in this row. */
  beside?: string;
  values: Record<string, CellValue>;
}

/**
 * A counted fact about the sheet: `no-send-record` {count}, `repeat-sends-collapsed` {count},
 * `repeat-key-missing` {count}, `rates-mix-cohorts`, `latest-send` {at} (an empty frame with sends elsewhere),
 * `links-by-first-click` (in `activity` a person counts under a link when they first clicked it), `row-limit` {shown, all}
 * (with `top` or `search` of the first level's rows, in pages of all rows; the total counts them all), `archived-left-out` {count} (messages of what is archived).
 */
export interface SheetNote {
  code:
    | 'no-send-record'
    | 'repeat-sends-collapsed'
    | 'repeat-key-missing'
    | 'rates-mix-cohorts'
    | 'latest-send'
    | 'links-by-first-click'
    | 'row-limit'
    | 'archived-left-out';
  params: Record<string, string | number>;
}

/** How many of one kind have rows. */
export interface RowCount {
  kind: RowKind;
  count: number;
}

/** A report's result. Rows are depth first; every total is computed at its own grain; null is "no denominator". */
export interface Sheet {
  reportType: string;
  timeFrame: { from: string | null; to: string | null; timeZone: string; basis: TimeBasis };
  /**
   * The other period of a compared sheet. What counts only in it has its row as well. Its days, weeks and months stand in
   * the rows of this one's by their place: the first in the first.
   */
  compare?: { from: string; to: string };
  columns: SheetColumn[];
  rows: SheetRow[];
  /** How many of what there are on each level, outermost first: of all that the total counts, shown or not. */
  rowCounts: RowCount[];
  /** Where the rows go on: the `cursor` of the query for the next page. */
  next?: string;
  total: { id: 'total'; values: Record<string, CellValue> };
  notes: SheetNote[];
  /** Whom the smart list keeps and leaves out; only where the query has one. */
  smartList?: SmartListCounts;
  computedAt: string;
  /** How far the workspace was when counting began: as long as `/api/live` tells no other, the numbers are the newest. */
  revision: number;
}

/** Of a rate: the columns it divides, so that help and formula bar can show the two whole numbers. */
export interface RateParts {
  of: string;
  over: string;
}

export interface CatalogueColumn extends SheetColumn {
  help: string;
  /** The rule in symbols, such as "Opened ÷ Delivered". */
  rule: string;
  default: boolean;
  /** Whether more of it or less is the better news, if either is. */
  better: 'more' | 'less' | null;
  parts: RateParts | null;
  /** Levels by which it is not counted: a sheet with one of them cannot show it. */
  missingAt: RowLevel[];
}

/** What `GET /api/report-types` lists, in the caller's language. */
export interface ReportTypeInfo {
  id: string;
  label: string;
  help: string;
  nameLabel: string;
  /** Null where it spans all channels. */
  channel: Channel | null;
  /** What its rows are unless asked otherwise, outermost first, and what they may be. */
  rowLevels: QueryLevel[];
  groupings: RowLevel[];
  /** What is counted. Of people, rows may be by any attribute as well, and no filter of assets or machines applies. */
  counts: 'messages' | 'people' | 'programs';
  /** Whether a smart list can narrow it to some people, and a trend split it by time. */
  addsUp: boolean;
  timeBases: TimeBasis[];
  columns: CatalogueColumn[];
}
