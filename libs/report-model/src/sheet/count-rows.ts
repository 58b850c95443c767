import { MESSAGE_LEVELS, OTHERS, type RowCount, type SheetRow } from '@tallysheet/contract';

/**
 * Whether a row stands for what has no name of its own: all others of its kind, no address, value, variant or run told,
 * addresses that are none.
 */
export function isAside({
  kind,
  nodeId,
  address,
}: {
  kind: string;
  nodeId: string;
  address?: string | undefined;
}): boolean {
  if (nodeId === OTHERS || (NAMELESS.has(kind) && nodeId === '')) return true;
  return kind === 'link' && address === undefined;
}

/** How many of what each level of a sheet lists, outermost first; one email under two campaigns is one. */
export function countRows(rows: readonly SheetRow[]): RowCount[] {
  const levels: { kind: SheetRow['kind']; ids: Set<string> }[] = [];
  for (const row of rows) {
    const level = (levels[row.level] ??= { kind: row.kind, ids: new Set() });
    if (!isAside(row)) level.ids.add(row.nodeId);
  }
  return levels.map(({ kind, ids }) => ({ kind, count: ids.size }));
}

const NAMELESS: ReadonlySet<string> = new Set(['domain', 'attribute', ...MESSAGE_LEVELS]);
