import type { ErrorParams, RejectCode } from './errors';
import { PROVIDER_IDS } from './source';

/** What an import can read: Marketo's exports, canonical events, people, and files of a sender's webhook bodies. */
export const IMPORT_FORMATS = ['marketo-activities', 'marketo-assets', 'events', 'people', ...PROVIDER_IDS] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** One row that could not be used, as it came. `line` is its line in the file, from 1; `field` the column at fault. */
export interface RejectedRow {
  line: number;
  code: RejectCode;
  field: string | null;
  detail: string;
  raw: string;
}

/**
 * How an import went or goes. `rowsRead = accepted + duplicates + rejected + Σ passedOver`.
 * `rejectedRows` holds the first hundred; all are at `GET /api/imports/:id/rejected` as CSV.
 */
export interface ImportResult {
  id: string;
  format: ImportFormat;
  source: string;
  fileName: string | null;
  dryRun: boolean;
  state: 'running' | 'done' | 'failed';
  bytesRead: number;
  rowsRead: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  passedOver: { type: string; name: string; count: number }[];
  rejectedRows: RejectedRow[];
  error: { code: string; params: ErrorParams; detail: string } | null;
  startedAt: string;
  finishedAt: string | null;
}
