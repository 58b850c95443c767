import type { SqlValue, Transaction } from './store';

const MAX_ROWS = 500;
/** So many statements are written ahead of the store, and no more: memory must not grow with their number. */
const IN_FLIGHT = 16;

/**
 * Inserts rows in as few statements as fit; `suffix` says what happens to a row that is there already. The statements
 * are handed over at once and run in order, so that the store works while the next ones are written.
 */
export async function insertRows(
  transaction: Transaction,
  table: string,
  columns: readonly string[],
  all: readonly (readonly SqlValue[])[],
  suffix = '',
): Promise<void> {
  let statements: Promise<unknown>[] = [];
  for (const rows of parts(all, MAX_ROWS)) {
    statements.push(transaction.insert({ table, columns, rows, suffix }));
    if (statements.length < IN_FLIGHT) continue;
    await Promise.all(statements);
    statements = [];
  }
  await Promise.all(statements);
}

/** Reads the rows whose `column` is one of `values`, in as few statements as fit. `{in}` in the text stands for the list. */
export async function selectIn<T>(
  transaction: Transaction,
  text: string,
  before: readonly SqlValue[],
  values: readonly SqlValue[],
): Promise<T[]> {
  const statements: Promise<T[]>[] = [];
  for (const part of parts(values, MAX_ROWS)) {
    const list = `(${part.map(() => '?').join(', ')})`;
    statements.push(transaction.query<T>(text.replace('{in}', list), [...before, ...part]));
  }
  return (await Promise.all(statements)).flat();
}

export function* parts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
