import { hex } from '../hash';
import type { NewRows, SqlValue } from '../store';

/**
 * One statement for all rows, with the values in it: filling in tens of thousands of marks takes the driver far longer.
 * `escape` is the driver's own, and writes what could be mistaken.
 */
export function insertText({ table, columns, rows, suffix }: NewRows, escape: (value: string) => string): string {
  const literal = (value: SqlValue): string => {
    if (value === null) return 'NULL';
    if (typeof value === 'string') return escape(value);
    return typeof value === 'number' ? String(value) : `X'${hex(value)}'`;
  };
  const values = rows.map((row) => `(${row.map(literal).join(',')})`).join(',');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values} ${suffix}`;
}
