import { zipSync, type Zippable } from 'fflate';

/** A cell of a workbook under test; a formula has the result that was stored with it. */
export type WorkbookCell = string | number | null | { formula: string; result: number };

export interface WorkbookSheet {
  name: string;
  rows: readonly (readonly WorkbookCell[])[];
  hidden?: boolean;
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Writes an XLSX file as an office program does: texts in a list of their own, cells that name it by number. */
export function aWorkbook(...sheets: readonly WorkbookSheet[]): Uint8Array {
  return zipped(workbookFiles(...sheets));
}

/** The files inside, so that a test can spoil one of them. */
export function workbookFiles(...sheets: readonly WorkbookSheet[]): Record<string, string> {
  const texts: string[] = [];
  const files: Record<string, string> = {};
  sheets.forEach(({ rows }, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(rows, texts)));
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${related.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${SPREADSHEET}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...files,
  };
}

export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const packed: Zippable = {};
  for (const [name, text] of Object.entries(files)) packed[name] = new TextEncoder().encode(text);
  return zipSync(packed);
}

function sheetXml(rows: WorkbookSheet['rows'], texts: string[]): string {
  const lines = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, texts)).join('');
    return `<row r="${at + 1}">${inside}</row>`;
  });
  return `<worksheet xmlns="${SPREADSHEET}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: WorkbookCell, place: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${place}"><f>${escaped(cell.formula)}</f><v>${cell.result}</v></c>`;
  return `<c r="${place}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
