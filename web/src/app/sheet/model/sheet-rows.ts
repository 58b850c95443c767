import { type CellValue, type Language, OTHERS, type SheetRow, type Sort } from '@tallysheet/contract';
import { compareValues } from '@tallysheet/report-model';
import type { IconName } from '../../core/icons';

/** The column of the rows' names: column A, which every sheet has. */
export const NAME_COLUMN = 'name';

/** Whether a row stands for something that was sent, and so opens a preview. */
export function isAsset({ kind, nodeId }: { kind: string; nodeId?: string }): boolean {
  return nodeId !== OTHERS && (kind === 'email' || kind === 'sms' || kind === 'push');
}

/** Whether a row stands for what has no name of its own: all others of its kind, no address, addresses that are none. */
export function isAside({ kind, nodeId, address }: Pick<GridRow, 'kind' | 'nodeId' | 'address'>): boolean {
  if (nodeId === OTHERS || ((kind === 'domain' || kind === 'attribute') && nodeId === '')) return true;
  return kind === 'link' && address === undefined;
}

/** The rows a sheet shows, as the grid draws them. A value that is missing (not null) is not known yet. */
export interface GridRow {
  id: string;
  kind: SheetRow['kind'] | 'total' | 'bone';
  icon: IconName;
  nodeId: string;
  name: string;
  /** Where a link leads. */
  address?: string | undefined;
  level: number;
  /** The place in the whole sorted sheet, from 1: folding rows away does not renumber the others. */
  number: number;
  childCount: number;
  expanded: boolean;
  values: Record<string, CellValue | undefined>;
}

/**
 * Sorts siblings among themselves, so that emails stay below their campaign; without a sort the order is
 * that of the sheet. A missing value stands last in either direction, and ties keep the sheet's order.
 */
export function sortRows(rows: readonly SheetRow[], sort: Sort | null, language: Language): SheetRow[] {
  if (!sort) return [...rows];
  const compare = compareBy(sort, language);
  const children = new Map<string | null, SheetRow[]>();
  for (const row of rows) {
    const siblings = children.get(row.parentId);
    if (siblings) siblings.push(row);
    else children.set(row.parentId, [row]);
  }
  const sorted: SheetRow[] = [];
  const append = (parentId: string | null): void => {
    for (const row of (children.get(parentId) ?? []).sort(compare)) {
      sorted.push(row);
      append(row.id);
    }
  };
  append(null);
  return sorted;
}

function compareBy({ columnId, direction }: Sort, language: Language): (a: SheetRow, b: SheetRow) => number {
  const valueOf = (row: SheetRow): CellValue => (columnId === NAME_COLUMN ? row.name : (row.values[columnId] ?? null));
  // What is not among the top stands beneath it.
  const rank = ({ id }: SheetRow): number => Number(id === OTHERS);
  return (a, b) => rank(a) - rank(b) || compareValues(valueOf(a), valueOf(b), direction, language);
}

/** The sorted rows without those that are folded away, numbered as they stand in the whole sheet. */
export function flattenRows(
  rows: readonly SheetRow[],
  collapsed: ReadonlySet<string>,
  iconOf: (row: SheetRow) => IconName,
): GridRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const childCounts = new Map<string, number>();
  for (const { parentId } of rows) {
    if (parentId !== null) childCounts.set(parentId, (childCounts.get(parentId) ?? 0) + 1);
  }
  const hidden = (row: SheetRow): boolean => {
    for (let id = row.parentId; id !== null; id = byId.get(id)?.parentId ?? null) {
      if (collapsed.has(id)) return true;
    }
    return false;
  };
  const shown: GridRow[] = [];
  rows.forEach((row, index) => {
    if (hidden(row)) return;
    shown.push({
      id: row.id,
      kind: row.kind,
      icon: iconOf(row),
      nodeId: row.nodeId,
      name: row.name,
      address: row.address,
      level: row.level,
      number: index + 1,
      childCount: childCounts.get(row.id) ?? 0,
      expanded: !collapsed.has(row.id),
      values: row.values,
    });
  });
  return shown;
}

/** The rows that have others below them: what "collapse all" folds. */
export function groupIds(rows: readonly SheetRow[]): string[] {
  const parents = new Set(rows.map((row) => row.parentId));
  return rows.filter((row) => parents.has(row.id)).map((row) => row.id);
}

/** How many of what each level of a sheet lists, outermost first; one email under two campaigns is one. */
export function countRows(rows: readonly SheetRow[]): { kind: SheetRow['kind']; count: number }[] {
  const levels: { kind: SheetRow['kind']; ids: Set<string> }[] = [];
  for (const row of rows) {
    const level = (levels[row.level] ??= { kind: row.kind, ids: new Set() });
    if (!isAside(row)) level.ids.add(row.nodeId);
  }
  return levels.map(({ kind, ids }) => ({ kind, count: ids.size }));
}

/** The last row, which adds up all others by the rules of their columns. */
export function totalRow(name: string, values: GridRow['values']): GridRow {
  return { ...PLACE, id: 'total', kind: 'total', name, values };
}

/** Rows that keep the place of those still being counted. */
export function boneRows(count: number): GridRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...PLACE,
    id: `bone-${index}`,
    kind: 'bone',
    number: index + 1,
  }));
}

/** The same rows, but with their numbers still to be counted. */
export function withoutValues(rows: readonly GridRow[]): GridRow[] {
  return rows.map((row) => ({ ...row, values: {} }));
}

const PLACE: GridRow = {
  id: '',
  kind: 'bone',
  icon: 'report',
  nodeId: '',
  name: '',
  level: 0,
  number: 0,
  childCount: 0,
  expanded: true,
  values: {},
};
