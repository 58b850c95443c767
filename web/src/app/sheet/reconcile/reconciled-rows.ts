import type { ReconciledCell, ReconciledRow, RuleFound } from '@tallysheet/contract';

/** Numbers of a row that differ for the same reason, one beneath the other. */
export interface Difference {
  cells: ReconciledCell[];
  rule: RuleFound | null;
}

/** Whether the two say something else of a row, or only one has it, or nobody knows. */
export function isTelling(row: ReconciledRow): boolean {
  return row.state !== 'matched' || row.cells.some(({ difference }) => difference !== 0);
}

/** The numbers of a row that differ, put together by reason. */
export function differencesOf({ state, cells }: ReconciledRow): Difference[] {
  if (state !== 'matched') return [];
  const byRule = new Map<string, Difference>();
  for (const cell of cells) {
    if (cell.difference === 0) continue;
    const key = JSON.stringify(cell.rule ?? null);
    const known = byRule.get(key);
    if (known) known.cells.push(cell);
    else byRule.set(key, { cells: [cell], rule: cell.rule ?? null });
  }
  return [...byRule.values()];
}
