import type { RowLevel } from '@tallysheet/contract';
import type { Distinct, DistinctRows, ResolvedFrame } from '@tallysheet/report-model';
import { compileDistinct, isOfMessages, keyColumn } from './compile/compile-distinct';
import type { SheetQuery } from './compile/sheet-query';
import type { Within } from './sheet-counts';

/** Counts what cannot be added up: for the total and for the rows of each level, each in a statement of its own. */
export async function countDistinct(
  { snapshot, dialect }: Within,
  query: SheetQuery,
  frame: Pick<ResolvedFrame, 'from' | 'to'>,
  levels: readonly RowLevel[],
  distinct: readonly Distinct[],
): Promise<DistinctRows> {
  const rows = new Map<string, Partial<Record<Distinct, number>>>();
  for (let depth = 0; depth <= levels.length; depth++) {
    const path = levels.slice(0, depth);
    for (const of of distinct.filter(isOfMessages)) {
      const { text, parameters } = compileDistinct(query, of, path, frame, dialect);
      for (const row of await snapshot.query(text, parameters)) {
        const counted = Number(row['counted']);
        if (counted === 0) continue;
        const id = path.map((level, at) => `${level}:${String(row[keyColumn(at)])}`).join('/') || 'total';
        rows.set(id, { ...rows.get(id), [of]: counted });
      }
    }
  }
  return rows;
}
