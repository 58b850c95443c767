import { z } from 'zod';

export const TIME_PRESETS = [
  'today',
  'yesterday',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'all-time',
] as const;
export type TimePreset = (typeof TIME_PRESETS)[number];

const day = z.iso.date();

/** Two days that are both included. */
export const daysSchema = z
  .strictObject({ from: day, to: day })
  .refine((days) => days.from <= days.to, { path: ['to'] });

/** A period by name, or two days that are both included. */
export const timeFrameSchema = z.union([z.strictObject({ preset: z.enum(TIME_PRESETS) }), daysSchema]);
export type TimeFrame = z.infer<typeof timeFrameSchema>;
