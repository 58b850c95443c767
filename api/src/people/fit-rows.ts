import type { AttributeType, RejectedRow } from '@tallysheet/contract';
import { isEmptyCell, readAttributeValue, type AttributeColumn, type AttributeValue } from '@tallysheet/sources';
import type { PersonRow } from '@tallysheet/sources';

/** A person with what a row says of them: for each column its value, or null where the cell is empty. */
export interface FittingRow {
  person: { id?: string; address?: string };
  values: (AttributeValue | null)[];
}

/**
 * Reads the cells of each row by the types of their attributes. `types` has the type of each column, null where nobody
 * knows it: then whatever comes is text. A row with a value that does not fit is rejected whole.
 */
export function fitRows(
  rows: readonly PersonRow[],
  columns: readonly AttributeColumn[],
  types: readonly (AttributeType | null)[],
): { fitting: FittingRow[]; rejected: RejectedRow[] } {
  const fitting: FittingRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const { line, raw, result } of rows) {
    if (result.kind === 'rejected') {
      const { code, field, detail } = result;
      rejected.push({ line, raw, code, field, detail });
      continue;
    }
    const values = result.cells.map((cell, at) => {
      const type = types[at] ?? null;
      return isEmptyCell(cell, type) ? null : (readAttributeValue(type ?? 'text', cell) ?? 'unfit');
    });
    const unfit = values.indexOf('unfit');
    if (unfit < 0) fitting.push({ person: result.person, values: values as (AttributeValue | null)[] });
    else {
      const detail = (result.cells[unfit] ?? '').slice(0, 200);
      rejected.push({ line, raw, code: 'invalid-field', field: columns[unfit]!.header, detail });
    }
  }
  return { fitting, rejected };
}
