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
  const first = rows[0]?.[column] ?? null;
  let example = first;
  let isSame = true;
  for (let at = 1; at < rows.length; at++) {
    const value = rows[at]![column] ?? null;
    if (value !== first) isSame = false;
    example ??= value;
    if (!isSame && example !== null) break;
  }
  if (example instanceof Uint8Array) return packedBytes(rows, column, example.length) ?? packedValues(rows, column);
  if (isSame) return { same: first };
  return (typeof example === 'number' ? packedNumbers(rows, column) : null) ?? packedValues(rows, column);
}

/** Null when the column holds anything but numbers. */
function packedNumbers(rows: readonly (readonly SqlValue[])[], column: number): PackedColumn | null {
  const numbers = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const value = rows[at]![column] ?? null;
    if (value !== null && typeof value !== 'number') return null;
    numbers[at] = value ?? Number.NaN;
  }
  return { numbers };
}

/** Null when the column holds anything but bytes of this length. */
function packedBytes(rows: readonly (readonly SqlValue[])[], column: number, width: number): PackedColumn | null {
  const bytes = new Uint8Array(rows.length * width);
  const isNull = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const value = rows[at]![column] ?? null;
    if (value === null) isNull[at] = 1;
    else if (value instanceof Uint8Array && value.length === width) bytes.set(value, at * width);
    else return null;
  }
  return { bytes, width, isNull };
}

function packedValues(rows: readonly (readonly SqlValue[])[], column: number): PackedColumn {
  return { values: rows.map((row) => row[column] ?? null) };
}
