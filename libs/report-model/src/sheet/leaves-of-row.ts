import type { Leaf, RowSubject } from './assemble';
import { breakdownAt } from './breakdown-level';

/** What a row of a sheet was added up from, and what it stands for; the total has no subject. */
export interface RowLeaves<L extends Leaf> {
  leaves: L[];
  subject: RowSubject | null;
  parentId: string | null;
  /** Its level and those above it. */
  path: readonly string[];
  /** Whether its leaves are parts of messages: those under one link or domain. */
  isBroken: boolean;
}

/** Finds a row by its id among counted leaves; null when the sheet has no such row. */
export function leavesOfRow<L extends Leaf>(
  counted: { whole: readonly L[]; parts: readonly L[] },
  levels: readonly string[],
  rowId: string,
): RowLeaves<L> | null {
  if (rowId === 'total')
    return { leaves: [...counted.whole], subject: null, parentId: null, path: [], isBroken: false };
  for (let depth = 1; depth <= levels.length; depth++) {
    const path = levels.slice(0, depth);
    const isBroken = breakdownAt(path) !== null;
    const leaves = (isBroken ? counted.parts : counted.whole).filter((leaf) => pathOf(leaf, path) === rowId);
    if (leaves.length === 0) continue;
    const parentId = pathOf(leaves[0]!, path.slice(0, -1)) ?? 'total';
    return { leaves, subject: leaves[0]!.subjects[path.at(-1)!]!, parentId: parentId || 'total', path, isBroken };
  }
  return null;
}

/** A row's id as `assembleSheet` makes it. */
function pathOf({ subjects }: Leaf, levels: readonly string[]): string | null {
  const ids = levels.map((level) => subjects[level] && `${level}:${subjects[level].id}`);
  return ids.includes(undefined) ? null : ids.join('/');
}
