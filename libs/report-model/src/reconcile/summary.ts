import { RECONCILED_ROWS, type ReconciledRow, type Reconciliation } from '@tallysheet/contract';
import { isDifferent, rowDiffers } from './compare-row';

/** How many rows agree, differ, or are in one only. */
export function countReconciled(rows: readonly ReconciledRow[]): Omit<Reconciliation['counts'], 'unreadable'> {
  const counts = { agree: 0, differ: 0, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0 };
  for (const row of rows) {
    if (row.state === 'only-theirs') counts.onlyTheirs++;
    else if (row.state === 'only-ours') counts.onlyOurs++;
    else if (row.state === 'ambiguous') counts.ambiguous++;
    else if (rowDiffers(row)) counts.differ++;
    else counts.agree++;
  }
  return counts;
}

/** No more rows than an answer holds: those that agree make room first. */
export function limitReconciled(rows: readonly ReconciledRow[], limit = RECONCILED_ROWS): ReconciledRow[] {
  if (rows.length <= limit) return [...rows];
  const agreeing = (row: ReconciledRow) => row.state === 'matched' && !rowDiffers(row);
  const telling = rows.filter((row) => !agreeing(row)).slice(0, limit);
  const kept = new Set([...telling, ...rows.filter(agreeing).slice(0, limit - telling.length)]);
  return rows.filter((row) => kept.has(row));
}

/** Whether any difference has no rule yet. */
export function isUnexplained(row: ReconciledRow): boolean {
  return (
    row.rule?.code === 'unexplained' || row.cells.some((cell) => isDifferent(cell) && cell.rule?.code === 'unexplained')
  );
}
