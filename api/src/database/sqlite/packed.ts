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

/** One column of many rows as it is handed to the thread: most columns of a batch say the same in every row. */
export type PackedColumn = { same: SqlValue } | { values: SqlValue[] } | { bytes: (string | null)[] };

export function packedColumns(width: number, rows: readonly (readonly SqlValue[])[]): PackedColumn[] {
  return Array.from({ length: width }, (_, column) => packedColumn(rows.map((row) => row[column] ?? null)));
}

function packedColumn(values: SqlValue[]): PackedColumn {
  const [first = null] = values;
  if (!(first instanceof Uint8Array) && values.every((value) => value === first)) return { same: first };
  const isBytes = values.every((value) => value === null || value instanceof Uint8Array);
  return isBytes ? { bytes: values.map(plain) as (string | null)[] } : { values };
}
