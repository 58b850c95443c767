import type { ReportTypeInfo, Sort } from '@tallysheet/contract';
import { ownColumn } from '@tallysheet/report-model';
import { columnIds, type Definition } from './report-definition';
import { displayedColumnIds, layoutOf, nextSort, withColumnLayout, withColumns, withSort } from './layout-changes';

/** What a reader does to a column from its heading. */
export type ColumnCommand =
  | { kind: 'sort'; columnId: string; direction: Sort['direction'] | null }
  | { kind: 'next-sort'; columnId: string }
  | { kind: 'pin'; columnId: string; pinned: boolean }
  | { kind: 'move'; columnId: string; places: -1 | 1 }
  | { kind: 'hide'; columnId: string };

/** The report after it. Figures sort from the highest on, words from A on. */
export function obey(command: ColumnCommand, definition: Definition, type: ReportTypeInfo): Definition {
  const { columnId } = command;
  switch (command.kind) {
    case 'sort':
      return withSort(definition, command.direction && { columnId, direction: command.direction });
    case 'next-sort':
      return withSort(
        definition,
        nextSort(definition.query.sort?.[0] ?? null, columnId, firstDirection(columnId, type)),
      );
    case 'pin':
      return withColumnLayout(definition, columnId, { pinned: command.pinned });
    case 'move':
      return moved(definition, type, columnId, command.places);
    case 'hide':
      return hidden(definition, type, columnId);
  }
}

function firstDirection(columnId: string, type: ReportTypeInfo): Sort['direction'] {
  const unit = type.columns.find((column) => column.id === ownColumn(columnId))?.unit ?? 'text';
  return unit === 'text' ? 'asc' : 'desc';
}

/** Pinned columns and the others change places among themselves only. */
function moved(definition: Definition, type: ReportTypeInfo, columnId: string, places: -1 | 1): Definition {
  const ids = displayedColumnIds(definition, type);
  const from = ids.indexOf(columnId);
  const other = ids[from + places];
  const pinned = (id: string): boolean => layoutOf(definition, id).pinned ?? false;
  if (from < 0 || other === undefined || pinned(other) !== pinned(columnId)) return definition;
  ids[from] = other;
  ids[from + places] = columnId;
  return withColumns(definition, ids);
}

/** A sheet keeps at least one column; a sort by a hidden one ends with it. */
function hidden(definition: Definition, type: ReportTypeInfo, columnId: string): Definition {
  const kept = columnIds(definition, type).filter((id) => id !== columnId);
  if (kept.length === 0) return definition;
  const sorted = ownColumn(definition.query.sort?.[0]?.columnId ?? '') === columnId;
  return withColumns(sorted ? withSort(definition, null) : definition, kept);
}
