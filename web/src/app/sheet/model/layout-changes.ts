import type { Layout, ReportTypeInfo, Sort } from '@tallysheet/contract';
import { columnIds, type Definition } from './report-definition';

/** How one column is laid out. */
export type ColumnLayout = Layout['columns'][number];

export function layoutOf(definition: Definition, columnId: string): ColumnLayout {
  return definition.layout.columns.find((column) => column.id === columnId) ?? { id: columnId };
}

/** The columns in the order they stand on screen: pinned ones first. */
export function displayedColumnIds(definition: Definition, type: ReportTypeInfo): string[] {
  const ids = columnIds(definition, type);
  const pinned = new Set(definition.layout.columns.filter((column) => column.pinned).map((column) => column.id));
  return [...ids.filter((id) => pinned.has(id)), ...ids.filter((id) => !pinned.has(id))];
}

export function withColumns(definition: Definition, columns: readonly string[]): Definition {
  return { ...definition, query: { ...definition.query, columns: [...columns] } };
}

/** Lays out one column anew: its width, or whether it is pinned. */
export function withColumnLayout(
  definition: Definition,
  columnId: string,
  change: Partial<Omit<ColumnLayout, 'id'>>,
): Definition {
  const others = definition.layout.columns.filter((column) => column.id !== columnId);
  const { width, pinned } = { ...layoutOf(definition, columnId), ...change };
  const column: ColumnLayout = {
    id: columnId,
    ...(width === undefined ? {} : { width: Math.round(width) }),
    ...(pinned ? { pinned } : {}),
  };
  const kept = column.width === undefined && !column.pinned ? [] : [column];
  return { ...definition, layout: { ...definition.layout, columns: [...others, ...kept] } };
}

export function withSort(definition: Definition, sort: Sort | null): Definition {
  const { sort: _, ...query } = definition.query;
  return { ...definition, query: sort ? { ...query, sort: [sort] } : query };
}

/** What a click on a header does to the sort: highest first, then lowest first, then the sheet's own order. */
export function nextSort(current: Sort | null, columnId: string, first: Sort['direction']): Sort | null {
  if (current?.columnId !== columnId) return { columnId, direction: first };
  if (current.direction !== first) return null;
  return { columnId, direction: first === 'asc' ? 'desc' : 'asc' };
}

export function withCollapsed(definition: Definition, collapsed: readonly string[]): Definition {
  return { ...definition, layout: { ...definition.layout, collapsed: [...collapsed] } };
}

export function toggleCollapsed(definition: Definition, rowId: string): Definition {
  const { collapsed } = definition.layout;
  return withCollapsed(
    definition,
    collapsed.includes(rowId) ? collapsed.filter((id) => id !== rowId) : [...collapsed, rowId],
  );
}
