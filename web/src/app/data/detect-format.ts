import type { ImportFormat } from '@tallysheet/contract';
import { fileStart } from './file-start';

/** What the reader chose: a format, or to let the file tell. */
export type FormatChoice = ImportFormat | 'auto';

/** The format a file is in by how it begins: JSON is assets, everything else a table of activities. */
export async function detectFormat(file: Blob): Promise<ImportFormat> {
  return /^\ufeff?\s*[[{]/.test(await fileStart(file)) ? 'marketo-assets' : 'marketo-activities';
}
