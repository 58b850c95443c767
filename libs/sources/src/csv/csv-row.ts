import type { RejectCode } from '@tallysheet/contract';

/** Why a row's text could not be read as a row of the right width. */
export interface RowFault {
  code: RejectCode;
  detail: string;
}

/** One row of a CSV file: its values, or its fault. `line` is the physical line it starts on (the file's first is 1). */
export interface CsvRow {
  line: number;
  /** The row's text as it stands in the file, cut at {@link RAW_LIMIT} characters. */
  raw: string;
  values: string[];
  fault: RowFault | null;
}

export const RAW_LIMIT = 10_000;

/** A row of more than a million characters is no row of an export: it is a lost quote or a broken file. */
export const ROW_LIMIT = 1024 * 1024;

/** Whether a kept text may be the start of a longer one. */
export function isCut(raw: string): boolean {
  return raw.length >= RAW_LIMIT;
}

/** The start of a text that is kept: copied, since a part of a text keeps the whole of it in memory. */
export function rawStart(text: string): string {
  if (text.length <= RAW_LIMIT) return text;
  return Buffer.from(text.slice(0, RAW_LIMIT), 'utf16le').toString('utf16le');
}
