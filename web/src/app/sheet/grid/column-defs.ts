import type { CellClassParams, ColDef, ColGroupDef, ValueFormatterParams } from 'ag-grid-community';
import type { CellValue } from '@tallysheet/contract';
import { isChange } from '../model/compared-columns';
import { isAsset, NAME_COLUMN, type GridRow } from '../model/sheet-rows';
import { ColumnHeader } from './column-header';
import type { GridColumn } from './grid-column';
import type { GridContext } from './grid-context';
import { LetterHeader } from './letter-header';
import { NameCell } from './name-cell';

export const NUMBER_COLUMN = 'row-number';

/** How the grid is laid out on this screen. */
export interface GridShape {
  phone: boolean;
  nameWidth: number;
  format(value: CellValue, column: GridColumn): string;
}

/** The grid's columns: row numbers, names, and one for each of the sheet, each under its letter. */
export function columnDefs(
  columns: readonly GridColumn[],
  shape: GridShape,
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const name = nameColumn(shape);
  const grouped = columns.some(({ of }) => of !== undefined);
  const values = columns.map((column, at) => valueColumn(column, shape, grouped && !columns[at + 1]?.of));
  if (shape.phone) return [name, ...values];
  return [lettered(numberColumn()), lettered(name), ...values.map(lettered)];
}

function lettered(column: ColDef<GridRow>): ColGroupDef<GridRow> {
  return {
    groupId: `letter-${column.colId}`,
    headerGroupComponent: LetterHeader,
    headerClass: 'letter-cell',
    children: [column],
  };
}

function numberColumn(): ColDef<GridRow> {
  return {
    colId: NUMBER_COLUMN,
    pinned: 'left',
    lockPosition: 'left',
    lockPinned: true,
    suppressMovable: true,
    resizable: false,
    sortable: false,
    width: 34,
    minWidth: 34,
    cellClass: ({ data, context }: CellClassParams<GridRow, unknown, GridContext>) =>
      data && context.focused()?.rowId === data.id ? ['row-number', 'row-number-on'] : ['row-number'],
    headerClass: 'row-number',
    valueGetter: ({ data }) => (data?.kind === 'total' ? 'Σ' : data?.number),
    suppressNavigable: true,
  };
}

function nameColumn({ phone, nameWidth }: GridShape): ColDef<GridRow> {
  return {
    colId: NAME_COLUMN,
    pinned: 'left',
    lockPosition: 'left',
    lockPinned: true,
    suppressMovable: true,
    resizable: !phone,
    sortable: false,
    width: nameWidth,
    minWidth: 120,
    headerComponent: ColumnHeader,
    headerClass: 'name-header',
    cellClass: 'name-cell',
    cellRenderer: NameCell,
    valueGetter: ({ data }) => data?.name,
    // The name may be the same while its row is folded or counted anew.
    equals: () => false,
  };
}

/** `ends`: whether it is the last of those that stand beside one. */
function valueColumn(column: GridColumn, shape: GridShape, ends: boolean): ColDef<GridRow> {
  const { id, unit } = column;
  return {
    colId: id,
    pinned: column.pinned ? 'left' : false,
    lockPinned: true,
    resizable: !shape.phone,
    suppressMovable: shape.phone || column.of !== undefined,
    sortable: false,
    width: column.width,
    minWidth: 48,
    headerComponent: ColumnHeader,
    headerClass: ends ? 'group-ends' : '',
    valueGetter: ({ data }) => data?.values[id],
    valueFormatter: ({ value, data }: ValueFormatterParams<GridRow, CellValue | undefined>) => {
      if (value === undefined) return '';
      // A campaign has no subject of its own: that is nothing missing.
      if (value === null && unit === 'text' && data && !isAsset(data)) return '';
      return shape.format(value, column);
    },
    cellClass: ({ value }: CellClassParams<GridRow, CellValue | undefined>) => [
      unit === 'text' || unit === 'instant' ? 'cell-words' : 'cell-figure',
      ...(ends ? ['group-ends'] : []),
      ...(value === undefined ? ['cell-bone'] : value === 0 || value === null ? ['cell-quiet'] : []),
      ...changeClasses(value, column),
    ],
  };
}

/** Which way a number went, and whether that is good news, where it is news at all. */
function changeClasses(value: CellValue | undefined, column: GridColumn): string[] {
  if (!isChange(column) || typeof value !== 'number' || value === 0) return [];
  const way = value > 0 ? 'more' : 'less';
  const news = column.better === null ? [] : [column.better === way ? 'change-good' : 'change-bad'];
  return ['change', `change-${way}`, ...news];
}
