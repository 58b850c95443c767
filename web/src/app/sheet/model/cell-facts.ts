import type { CatalogueColumn, CellValue } from '@tallysheet/contract';
import type { GridRow } from './sheet-rows';

/** Where the cursor stands. */
export interface Cell {
  rowId: string;
  columnId: string;
}

/** What a cell is made of: the formula bar writes it out. */
export interface CellFacts {
  /** Its name as in a spreadsheet, such as J9; the total's row is Σ. */
  name: string;
  column: CatalogueColumn | null;
  /** Of a number of the other period, that period's day, week or month. */
  rowName: string;
  /** Null is "no denominator"; undefined is not known yet. */
  value: CellValue | undefined;
  /** Of a rate: the two whole numbers it divides. */
  parts: { of: number; over: number } | null;
}

/** Describes one cell of a row; a column of null is that of the names. */
export function cellFacts(row: GridRow, column: CatalogueColumn | null, letter: string): CellFacts {
  return {
    name: `${letter}${row.kind === 'total' ? 'Σ' : row.number}`,
    column,
    rowName: column?.compared === 'other' ? (row.beside ?? row.name) : row.name,
    value: column === null ? row.name : row.values[column.id],
    parts: column === null ? null : partsOf(row, column),
  };
}

function partsOf(row: GridRow, column: CatalogueColumn): CellFacts['parts'] {
  if (!column.parts) return null;
  const of = row.values[column.parts.of];
  const over = row.values[column.parts.over];
  return typeof of === 'number' && typeof over === 'number' ? { of, over } : null;
}
