import type { TableCell } from '@tallysheet/contract';
import type { Workbook } from './open-workbook';
import { readXml } from './read-xml';

/** A row of a sheet: its number there, and its cells up to the last one that holds anything. */
export interface SheetLine {
  line: number;
  cells: TableCell[];
}

/** A report has some dozens of columns: what stands further out is not looked at. */
const COLUMN_LIMIT = 64;

/** The rows of a sheet that hold anything, in order. Of a formula its last result is read. Throws `bad-workbook`. */
export function sheetRows(workbook: Workbook, path: string, texts: readonly string[]): AsyncGenerator<SheetLine[]> {
  const reader = new LineReader(texts);
  return readXml(workbook.read(path), reader, () => reader.take());
}

/** Puts cells together from the elements of a sheet's XML: `row`, `c`, and in it `v`, or `is` with `t`. */
class LineReader {
  private lines: SheetLine[] = [];
  private line = 0;
  private cells: TableCell[] = [];
  private column = -1;
  private type = 'n';
  private value = '';
  private isValue = false;

  constructor(private readonly texts: readonly string[]) {}

  /** The rows that are whole since the last call. */
  take(): SheetLine[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }

  open(name: string, { r: place, t: type }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = Number(place) || this.line + 1;
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = place === undefined ? this.column + 1 : columnOf(place);
      this.type = type ?? 'n';
      this.value = '';
    }
    this.isValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    this.isValue = false;
    if (name === 'c') this.put();
    if (name === 'row' && this.cells.length > 0) this.lines.push({ line: this.line, cells: this.cells });
  }

  private put(): void {
    const cell = this.cell();
    if (cell === null || this.column < 0 || this.column >= COLUMN_LIMIT) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private cell(): TableCell {
    const { type, value } = this;
    if (value === '' || type === 'e') return null;
    if (type === 's') return this.texts[Number(value)] ?? null;
    if (type !== 'n') return value;
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  }
}

/** `B7` is the second column, which is 1. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
