import { TallysheetError, type ExportTable } from '@tallysheet/contract';
import { readHeader } from '../csv/header';
import { looksLike } from '../csv/looks-like';
import { readRows } from '../csv/read-rows';
import { decodeFile } from '../text/decode-file';
import { badWorkbook } from '../xlsx/bad-workbook';
import { Workbook } from '../xlsx/open-workbook';
import { sharedTexts, sheetsOf } from '../xlsx/sheets';
import { sheetRows, type SheetLine } from '../xlsx/sheet-rows';

/** So many rows are compared; Marketo itself exports 5,000 unless told otherwise. */
const ROW_LIMIT = 100_000;
/** Text of a packed CSV file, in characters. */
const TEXT_LIMIT = 128 * 1024 * 1024;
/** A title or the period may stand above the header. */
const LINES_ABOVE = 20;

/**
 * Reads a report that Marketo has exported, as XLSX or CSV. The header is the first line with at least two names that
 * `isKnown`; in a workbook on whichever sheet has one.
 *
 * Throws `empty-file`, `not-csv`, `bad-workbook` {fault}, `no-report` when there is no such line, and `export-too-long`.
 */
export async function readMarketoReport(bytes: Uint8Array, isKnown: (name: string) => boolean): Promise<ExportTable> {
  if (bytes.length === 0) throw new TallysheetError('empty-file');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, isKnown);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw badWorkbook('old');
  return readCsv(bytes, isKnown);
}

async function readWorkbook(bytes: Uint8Array, isKnown: (name: string) => boolean): Promise<ExportTable> {
  const workbook = await Workbook.open(bytes);
  const sheets = await sheetsOf(workbook);
  const texts = await sharedTexts(workbook);
  for (const { name, path } of sheets) {
    const table = await readSheet(sheetRows(workbook, path, texts), isKnown);
    if (table) return { sheetName: name, ...table, unreadable: 0 };
  }
  throw new TallysheetError('no-report');
}

/** Null when none of the first lines is a header: the sheet is about something else. */
async function readSheet(
  batches: AsyncIterable<SheetLine[]>,
  isKnown: (name: string) => boolean,
): Promise<Pick<ExportTable, 'headers' | 'rows'> | null> {
  let headers: string[] | null = null;
  let above = 0;
  const rows: SheetLine[] = [];
  for await (const lines of batches) {
    for (const row of lines) {
      if (headers) rows.push(row);
      else if (isHeader(row.cells, isKnown)) headers = row.cells.map((cell) => String(cell ?? '').trim());
      else if (++above >= LINES_ABOVE) return null;
    }
    requireLength(rows.length);
  }
  return headers && { headers, rows };
}

async function readCsv(bytes: Uint8Array, isKnown: (name: string) => boolean): Promise<ExportTable> {
  const table: ExportTable = { sheetName: null, headers: [], rows: [], unreadable: 0 };
  const wanted = { has: isKnown };
  const batches = readRows(limited(decodeFile(once(bytes))), (line, start) => {
    const header = readHeader(line, wanted);
    if (!header || looksLike(start) !== 'text') return null;
    if (!isHeader(header.names, isKnown)) throw new TallysheetError('no-report');
    table.headers = header.names;
    return { delimiter: header.delimiter, width: header.names.length };
  });
  for await (const rows of batches) {
    for (const { line, values, fault } of rows) {
      if (fault) table.unreadable++;
      else table.rows.push({ line, cells: values });
    }
    requireLength(table.rows.length);
  }
  return table;
}

function isHeader(cells: readonly (string | number | null)[], isKnown: (name: string) => boolean): boolean {
  return cells.filter((cell) => typeof cell === 'string' && isKnown(cell)).length >= 2;
}

function requireLength(length: number): void {
  if (length > ROW_LIMIT) throw new TallysheetError('export-too-long', { limit: ROW_LIMIT });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* limited(text: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > TEXT_LIMIT) throw new TallysheetError('export-too-long', { limit: ROW_LIMIT });
    yield piece;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
