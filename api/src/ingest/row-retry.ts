import type { RejectedRow } from '@tallysheet/contract';

/** What became of a rejected row that was read again: one of its file, unless its text was repaired into several. */
export interface RowRetry {
  accepted: number;
  fault: Pick<RejectedRow, 'code' | 'field' | 'detail'> | null;
}

/** The file that a rejected row came from. */
export type RowFile = { header: string | null; mapping: Record<string, string> | null } | null;
