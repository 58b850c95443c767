import type { ImportFormat } from '@tallysheet/contract';
import { fileStart } from './file-start';

/** What the reader chose: a format, or to let the file tell. */
export type FormatChoice = ImportFormat | 'auto';

/**
 * The format a file is in by how it begins: what names a `kind` and an `at` holds events; other JSON is assets, every
 * other table activities.
 */
export async function detectFormat(file: Blob): Promise<ImportFormat> {
  const start = await fileStart(file);
  const isJson = /^\ufeff?\s*[[{]/.test(start);
  const head = isJson ? start : (start.trimStart().split(/[\r\n]/, 1)[0] ?? '');
  if (names(head, 'kind') && names(head, 'at')) return 'events';
  return isJson ? 'marketo-assets' : 'marketo-activities';
}

/** Whether a field stands there by this name: as a JSON key, or as a header between delimiters. */
function names(head: string, field: string): boolean {
  return new RegExp(`"${field}"\\s*:|(^|[,;\\t\ufeff])\\s*"?${field}"?\\s*([,;\\t]|$)`, 'i').test(head);
}
