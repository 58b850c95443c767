import { z } from 'zod';
import { CHANNELS } from './event';
import { TIME_BASES } from './counters';
import { queryLevelSchema } from './row-level';
import { smartListSchema } from './smart-list';
import { daysSchema, timeFrameSchema } from './time-frame';

export const COMPARE_PRESETS = ['previous-period', 'same-period-last-year'] as const;

/** The other period that a sheet's numbers stand beside: one by name, or two days that are both included. */
export const compareSchema = z.strictObject({ to: z.union([z.enum(COMPARE_PRESETS), daysSchema]) });
export type Compare = z.infer<typeof compareSchema>;

/** The stretches of the calendar that a period's columns can be split by. */
export const TRENDS = ['day', 'week', 'month'] as const;
export type Trend = (typeof TRENDS)[number];

/** A sheet of so many rows is told whole. */
export const WHOLE_ROWS = 100_000;

const ids = z.array(z.string().min(1).max(128)).max(10_000);

/**
 * Which messages by what was sent: lists join with or inside, with and between. A folder, tag or name pattern is live: it
 * means what is in it, or is called so, when the sheet is computed. In a pattern `*` is any text; one without it is found
 * anywhere in the name of the campaign or asset, without regard to case and accents. What is archived counts if asked
 * for, or if the filter names it by id.
 */
export const assetFilterSchema = z.strictObject({
  programs: ids.optional(),
  folders: ids.optional(),
  campaigns: ids.optional(),
  assets: ids.optional(),
  channels: z.array(z.enum(CHANNELS)).optional(),
  tags: z.array(z.string().trim().min(1).max(255)).max(1000).optional(),
  namePattern: z.string().trim().min(1).max(200).optional(),
  includeArchived: z.boolean().optional(),
});
export type AssetFilter = z.infer<typeof assetFilterSchema>;

export const sortSchema = z.strictObject({ columnId: z.string(), direction: z.enum(['asc', 'desc']) });
export type Sort = z.infer<typeof sortSchema>;

/** A column that a formula makes of others, on each row's and each total's own sums; docs/formulas.md has the grammar. */
export const calculatedColumnSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/),
  label: z.string().trim().min(1).max(100),
  // A formula that is too long is answered as one, with its place.
  formula: z.string().max(20_000),
  unit: z.enum(['count', 'rate', 'number']),
});
export type CalculatedColumn = z.infer<typeof calculatedColumnSchema>;

/** What a sheet is asked for. Defaults: the type's own columns, basis `sent`, the workspace's zone, bots included. */
export const reportQuerySchema = z.strictObject({
  reportType: z.string(),
  columns: z.array(z.string()).min(1).max(100).optional(),
  timeFrame: timeFrameSchema,
  timeBasis: z.enum(TIME_BASES).optional(),
  timeZone: z.string().max(64).optional(),
  assetFilter: assetFilterSchema.optional(),
  smartList: smartListSchema.optional(),
  humanOnly: z.boolean().optional(),
  hideDeletedPeople: z.boolean().optional(),
  groupBy: z.array(queryLevelSchema).min(1).max(2).optional(),
  calculatedColumns: z.array(calculatedColumnSchema).max(20).optional(),
  /** Puts the numbers of another period, and how they differ, beside each column of numbers. */
  compare: compareSchema.optional(),
  /** Puts a column for each day, week or month of the time frame beside each column of numbers and dates. */
  trend: z.enum(TRENDS).optional(),
  sort: z.array(sortSchema).max(3).optional(),
  /** Shows only rows with this in their name, and those above and beneath them. */
  search: z.string().trim().min(1).max(200).optional(),
  /** Shows so many rows of the first level, by the sort, else by the first count; the others are one row. */
  top: z.number().int().min(1).max(10_000).optional(),
  /** So many rows at once. Without it a sheet of up to 100,000 comes whole, a longer one in pages. */
  limit: z.number().int().min(1).max(WHOLE_ROWS).optional(),
  /** The `next` of the page before: the rows that follow, of the same count. With another order or search from the first row on. */
  cursor: z.string().max(300).optional(),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;
