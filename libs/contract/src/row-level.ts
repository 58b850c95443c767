import { z } from 'zod';

/** Rows by time: by when a message was sent, in `activity` by the moment at which each counter stands (rule 9). */
export const TIME_LEVELS = ['day', 'week', 'month', 'weekday', 'hour'] as const;
export type TimeLevel = (typeof TIME_LEVELS)[number];
/** Rows by what a message was told to be of: a variant of its email, a run of its campaign. */
export const MESSAGE_LEVELS = ['variant', 'run'] as const;
export type MessageLevel = (typeof MESSAGE_LEVELS)[number];
/** What rows can stand for; a report type says which of them it can be grouped by. */
export const ROW_LEVELS = [
  ...(['program', 'campaignType', 'campaign', 'asset', 'link', 'domain'] as const),
  ...MESSAGE_LEVELS,
  ...TIME_LEVELS,
] as const;
export type RowLevel = (typeof ROW_LEVELS)[number];

export const DATE_UNITS = ['day', 'week', 'month', 'year'] as const;
export type DateUnit = (typeof DATE_UNITS)[number];

/**
 * Rows by what is known of people under one name. Dates stand together by `unit`, months unless told; numbers by `step`,
 * each by itself unless told.
 */
export const attributeLevelSchema = z.strictObject({
  attribute: z.string().trim().min(1).max(128),
  unit: z.enum(DATE_UNITS).optional(),
  step: z.number().positive().max(1e12).optional(),
});
export type AttributeLevel = z.infer<typeof attributeLevelSchema>;

export const queryLevelSchema = z.union([z.enum(ROW_LEVELS), attributeLevelSchema]);
export type QueryLevel = z.infer<typeof queryLevelSchema>;

export function isNamedLevel(level: QueryLevel): level is RowLevel {
  return typeof level === 'string';
}

/** A level as text, which tells it from every other: it begins the ids of its rows. */
export function levelId(level: QueryLevel): string {
  if (isNamedLevel(level)) return level;
  const { attribute, unit, step } = level;
  return ['attribute', attribute, unit ?? step].filter((part) => part !== undefined).join(':');
}
