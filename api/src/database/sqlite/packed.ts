import type { SqlValue } from '../store';

/** Byte values as strings of one character a byte: thousands of small byte arrays take far longer to hand to a thread. */
function plain(value: SqlValue): string | number | null {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
}

/** The parameters of one statement as they are handed to the thread, and where the byte values stand. */
export function packed(parameters: readonly SqlValue[]) {
  const bytesAt = parameters.flatMap((value, at) => (value instanceof Uint8Array ? [at] : []));
  return { parameters: parameters.map(plain), bytesAt };
}

/**
 * One column of many rows as it is handed to the thread: most say the same in every row, and numbers (NaN for null) and
 * byte values of one length (`isNull` tells where there are none) are copied in one piece.
 */
export type PackedColumn =
  | { same: SqlValue }
  | { numbers: Float64Array }
  | { bytes: Uint8Array; width: number; isNull: Uint8Array }
  | { values: SqlValue[] };

export function packedColumns(width: number, rows: readonly (readonly SqlValue[])[]): PackedColumn[] {
  return Array.from({ length: width }, (_, column) => packedColumn(rows, column));
}

function packedColumn(rows: readonly (readonly SqlValue[])[], column: number): PackedColumn {
  const example = rows.find((row) => row[column] !== null)?.[column] ?? null;
  if (example instanceof Uint8Array) return packedBytes(rows, column, example.length) ?? packedValues(rows, column);
  if (rows.every((row) => row[column] === example)) return { same: example };
  return (typeof example === 'number' ? packedNumbers(rows, column) : null) ?? packedValues(rows, column);
}

function packedNumbers(rows: readonly (readonly SqlValue[])[], column: number): PackedColumn | null {
  const numbers = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const value = row[column] ?? null;
    if (value !== null && typeof value !== 'number') return null;
    numbers[at] = value ?? Number.NaN;
  }
  return { numbers };
}

function packedBytes(rows: readonly (readonly SqlValue[])[], column: number, width: number): PackedColumn | null {
  const bytes = new Uint8Array(rows.length * width);
  const isNull = new Uint8Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const value = row[column] ?? null;
    if (value === null) isNull[at] = 1;
    else if (value instanceof Uint8Array && value.length === width) bytes.set(value, at * width);
    else return null;
  }
  return { bytes, width, isNull };
}

function packedValues(rows: readonly (readonly SqlValue[])[], column: number): PackedColumn {
  return { values: rows.map((row) => row[column] ?? null) };
}
