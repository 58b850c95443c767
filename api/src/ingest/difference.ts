import { COUNTERS, type Counter, type Extreme } from '@tallysheet/contract';
import { columnOf } from '../database/facts/fact-table';
import type { SqlRow, SqlValue } from '../database/store';
import type { Pair } from './stored-messages';

/** One number that is not what the stored events give. `expected` is null where a row should not be at all. */
export interface Difference extends Pair {
  table: string;
  /** Which row: person and send key of a message; audience, basis, grain, slot and so on of a tally. */
  row: string;
  column: string;
  expected: SqlValue;
  stored: SqlValue;
}

type Found = Pick<Difference, 'column' | 'expected' | 'stored'>;

export function differenceIn(column: string, expected: SqlValue, stored: SqlValue): Found | null {
  return isSame(expected, stored) ? null : { column, expected, stored };
}

/** A row of zeros that nothing should be in counts nothing: messages that moved away leave it behind. */
export function differencesOf(
  place: Pair & Pick<Difference, 'table' | 'row'>,
  measures: readonly (Counter | Extreme)[],
  change: { counters: Partial<Record<Counter, number>>; extremes?: Partial<Record<Extreme, number>> } | null,
  stored: SqlRow | undefined,
): Difference[] {
  const all: Record<string, number | undefined> = { ...change?.counters, ...change?.extremes };
  return measures.flatMap((id) => {
    const nothing = (COUNTERS as readonly string[]).includes(id) ? 0 : null;
    const column = columnOf(id);
    const difference = differenceIn(column, all[id] ?? nothing, stored?.[column] ?? nothing);
    return difference ? [{ ...place, ...difference }] : [];
  });
}

function isSame(a: SqlValue, b: SqlValue): boolean {
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  }
  // MySQL gives big numbers as text.
  return typeof a === 'number' && b !== null ? a === Number(b) : a === b;
}
