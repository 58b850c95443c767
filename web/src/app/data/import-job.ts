import type { ImportFormat, ImportResult } from '@tallysheet/contract';
import type { TableHead } from './csv-line';

/** How one file is to be taken. */
export interface ImportPlan {
  format: ImportFormat | 'auto';
  dryRun: boolean;
  /** The header that stands for each of our columns, where they are named otherwise. */
  mapping: Record<string, string>;
}

/** One file on its way in. */
export interface ImportJob {
  id: number;
  file: File;
  plan: ImportPlan;
  /** Known once the file has been looked at. */
  format: ImportFormat | null;
  head: TableHead | null;
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped';
  sentBytes: number;
  startedAt: number;
  /** What the server says it has read so far; null until it says so. */
  rowsRead: number | null;
  result: ImportResult | null;
  error: unknown;
}
