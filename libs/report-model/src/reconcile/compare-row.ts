import type { ReconciledCell, ReconciledRow, SheetRow } from '@tallysheet/contract';
import type { MetricId } from '../metrics/registry';
import { countsOfRate } from './counts-of-rate';
import type { TheirNumber } from './their-number';
import type { TheirRow } from './their-rows';

const EXACT = 1e-9;

/** Whether a number of theirs is ours, as far as it is written out; a rate of nothing may be written as 0. */
export function agrees({ value, step }: TheirNumber, ours: unknown): boolean {
  if (typeof ours !== 'number') return value === 0;
  return Math.abs(value - ours) <= step / 2 + EXACT;
}

/** Whether all that theirs says of a row is so. */
export function rowAgrees({ values }: TheirRow, ours: SheetRow['values']): boolean {
  return [...values].every(([id, theirs]) => agrees(theirs, ours[id]));
}

/** Their numbers beside ours. */
export function comparedCells({ values }: TheirRow, ours: SheetRow['values']): ReconciledCell[] {
  return [...values].map(([columnId, theirs]): ReconciledCell => {
    const own = typeof ours[columnId] === 'number' ? ours[columnId] : null;
    const cell = { columnId, ours: own, theirs: theirs.value };
    if (!agrees(theirs, own)) return { ...cell, difference: own === null ? null : theirs.value - own };
    const isRounded = own !== null && Math.abs(theirs.value - own) > EXACT;
    return { ...cell, difference: 0, ...(isRounded ? { rule: { code: 'rounded' as const, params: {} } } : {}) };
  });
}

export function isDifferent({ difference }: ReconciledCell): boolean {
  return difference !== 0;
}

/** Whether a row that both have says something else in one of them. */
export function rowDiffers({ state, cells }: ReconciledRow): boolean {
  return state === 'matched' && cells.some(isDifferent);
}

/** Their rate is what their own two counts give, and one of these is not ours. */
export function followsCounts(cell: ReconciledCell, theirs: TheirRow, ours: SheetRow['values']): boolean {
  const parts = countsOfRate(cell.columnId);
  const rate = theirs.values.get(cell.columnId as MetricId);
  if (!parts || !rate) return false;
  const [of, over] = [parts.of, parts.over].map((id) => ({ id, number: theirs.values.get(id) }));
  if (!of?.number || !over?.number || over.number.value === 0) return false;
  const isOurs = agrees(of.number, ours[of.id]) && agrees(over.number, ours[over.id]);
  return !isOurs && agrees(rate, of.number.value / over.number.value);
}

/** What is pending and what was given up are the same together. */
export function countedEarlier({ columnId }: ReconciledCell, theirs: TheirRow, ours: SheetRow['values']): boolean {
  if (columnId !== 'pending' && columnId !== 'aborted') return false;
  const pending = theirs.values.get('pending');
  const aborted = theirs.values.get('aborted');
  if (!pending || !aborted) return false;
  return pending.value + aborted.value === Number(ours['pending']) + Number(ours['aborted']);
}
