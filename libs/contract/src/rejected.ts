import { z } from 'zod';
import type { RejectedRow } from './imports';
import { sourceNameSchema } from './source';

/** One row or notice that could not be used, wherever it came from. */
export interface RejectedEntry extends RejectedRow {
  id: number;
  source: string;
  /** How it was read: an import's format, `events` for the API, a provider for its webhook. */
  format: string;
  /** Null for what came over the API or a webhook. */
  importId: string | null;
  fileName: string | null;
  /** Whether it can be read again; a forged call or an unreadable file cannot. */
  retryable: boolean;
  at: string;
}

/** The newest first; `next` is the `before` of the following page, null on the last. */
export interface RejectedPage {
  rows: RejectedEntry[];
  total: number;
  next: number | null;
}

export const rejectedQuerySchema = z.object({
  source: sourceNameSchema.optional(),
  before: z.coerce.number().int().positive().optional(),
});
export type RejectedQuery = z.infer<typeof rejectedQuerySchema>;

export const retrySchema = z.object({ source: sourceNameSchema.optional() });
export const repairSchema = z.object({ raw: z.string().min(1).max(10_000).optional() });

/** What became of rows that were read again: those that are in now are gone from the list. */
export interface RetryResult {
  accepted: number;
  duplicates: number;
  rejected: number;
  /** Of a single row: why it is still rejected. */
  fault: { code: string; field: string | null; detail: string } | null;
}
