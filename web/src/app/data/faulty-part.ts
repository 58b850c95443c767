import type { RejectedRow } from '@tallysheet/contract';
import { ACTIVITY_COLUMNS, isSameColumn } from './activity-columns';
import { splitFields, type TableHead } from './csv-line';

/** A row as it came, in three parts: what is wrong in it, and what stands before and after. */
export interface MarkedRow {
  before: string;
  fault: string;
  after: string;
}

const SHOWN_BEFORE = 44;
const SHOWN_AFTER = 160;

/**
 * Marks the field at fault, where it is known: by the file's head if it is at hand, else by Marketo's own order of
 * columns. `mapping` names the header that stands for one of our columns.
 */
export function markFault(row: RejectedRow, head: TableHead | null, mapping: Record<string, string> = {}): MarkedRow {
  const raw = row.raw.replace(/[\r\n]+/g, '⏎');
  const delimiter = head?.delimiter ?? (raw.includes('\t') ? '\t' : ',');
  const fields = splitFields(raw, delimiter);
  const place = row.code === 'file-ends-early' ? fields.length - 1 : placeOf(row.field, head, fields.length, mapping);
  const field = fields[place];
  if (!field) return shorten({ before: raw, fault: '', after: '' });
  // Of an empty field only the delimiters around it can be seen.
  const isEmpty = field.start === field.end;
  const start = isEmpty ? Math.max(0, field.start - 1) : field.start;
  const end = isEmpty ? Math.min(raw.length, field.end + 1) : field.end;
  return shorten({ before: raw.slice(0, start), fault: raw.slice(start, end), after: raw.slice(end) });
}

function placeOf(field: string | null, head: TableHead | null, width: number, mapping: Record<string, string>): number {
  if (field === null) return -1;
  const names: readonly string[] =
    head?.names ?? (width >= 8 && width <= ACTIVITY_COLUMNS.length ? ACTIVITY_COLUMNS : []);
  const wanted = mapping[field] ?? field;
  return names.findIndex((name) => isSameColumn(name, wanted));
}

function shorten({ before, fault, after }: MarkedRow): MarkedRow {
  const isLong = fault !== '' && before.length > SHOWN_BEFORE;
  return {
    before: isLong ? `…${before.slice(-SHOWN_BEFORE)}` : before.slice(0, SHOWN_BEFORE + SHOWN_AFTER),
    fault: fault.length > SHOWN_AFTER ? `${fault.slice(0, SHOWN_AFTER)}…` : fault,
    after: after.slice(0, SHOWN_AFTER),
  };
}
