import type { CellValue, Language, Sheet, SheetRow, Unit } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import { localInstant } from '@tallysheet/report-model';
import { csvHeader, csvLine, UTF8_BOM } from './csv';

/**
 * A sheet as CSV: one column per level of rows, headed by what they are, then the sheet's own, all rows in its order and the total last. Rates are
 * the raw 0..1, instants stand in the sheet's zone with their offset, a missing value is an empty cell.
 */
export function* sheetCsv(sheet: Sheet, levels: readonly string[], language: Language): Generator<string> {
  yield UTF8_BOM + csvHeader([...levels, ...sheet.columns.map((column) => column.label)]);
  const names: string[] = [];
  for (const row of sheet.rows) {
    names.length = row.level;
    names.push(row.name);
    yield csvLine([...padded(names, levels.length), ...cells(sheet, row.values)]);
  }
  const total = padded([format(language, 'export.total')], levels.length);
  yield csvLine([...total, ...cells(sheet, sheet.total.values)]);
}

function cells(sheet: Sheet, values: SheetRow['values']): (string | number)[] {
  return sheet.columns.map(({ id, unit }) => cell(values[id] ?? null, unit, sheet.timeFrame.timeZone));
}

function cell(value: CellValue, unit: Unit, timeZone: string): string | number {
  if (value === null) return '';
  return unit === 'instant' ? localInstant(String(value), timeZone) : value;
}

function padded(names: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, level) => names[level] ?? '');
}
