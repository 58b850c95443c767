import { PERSON_COLUMNS, usualHeader, type ImportFormat } from '@tallysheet/contract';
import { absentColumns, ACTIVITY_COLUMNS, likelyHeader } from './activity-columns';
import { readHead } from './csv-line';
import { fileStart } from './file-start';

/** What the reader chose: a format, or to let the file tell. */
export type FormatChoice = ImportFormat | 'auto';

/**
 * The format a file is in by how it begins: what names a `kind` and an `at` holds events; other JSON is assets, a table
 * that says who, and nothing of what happened, people; every other table activities.
 */
export async function detectFormat(file: Blob): Promise<ImportFormat> {
  const start = await fileStart(file);
  const isJson = /^\ufeff?\s*[[{]/.test(start);
  const head = isJson ? start : (start.trimStart().split(/[\r\n]/, 1)[0] ?? '');
  if (names(head, 'kind') && names(head, 'at')) return 'events';
  if (isJson) return 'marketo-assets';
  return isOfPeople(readHead(start)?.names ?? []) ? 'people' : 'marketo-activities';
}

/** A person has an id in exports of activities as well: these name the columns of an activity, or when and what it was. */
function isOfPeople(headers: readonly string[]): boolean {
  const absent = absentColumns(headers);
  const isLeadOnly = ACTIVITY_COLUMNS.every((column) => column === 'leadId' || absent.includes(column));
  const saysWhen = likelyHeader('activityDate', headers) !== null;
  const saysWhat = likelyHeader('activityTypeId', headers) !== null;
  return isLeadOnly && !(saysWhen && saysWhat) && PERSON_COLUMNS.some((column) => usualHeader(column, headers));
}

/** Whether a field stands there by this name: as a JSON key, or as a header between delimiters. */
function names(head: string, field: string): boolean {
  return new RegExp(`"${field}"\\s*:|(^|[,;\\t\ufeff])\\s*"?${field}"?\\s*([,;\\t]|$)`, 'i').test(head);
}
