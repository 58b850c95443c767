import type { CatalogueColumn, ReportTypeInfo } from '@tallysheet/contract';
import { columnLetter } from '../model/column-letters';
import { displayedColumnIds, layoutOf } from '../model/layout-changes';
import type { Definition } from '../model/report-definition';

/** A column as the grid draws it: what it says, where it stands, how wide it is. */
export interface GridColumn extends CatalogueColumn {
  letter: string;
  width: number | undefined;
  pinned: boolean;
}

/** A report's columns from left to right, after the name column, which is A. */
export function gridColumns(definition: Definition, type: ReportTypeInfo): GridColumn[] {
  const byId = new Map(type.columns.map((column) => [column.id, column]));
  return displayedColumnIds(definition, type).flatMap((id, index) => {
    const column = byId.get(id);
    const { width, pinned = false } = layoutOf(definition, id);
    return column ? [{ ...column, letter: columnLetter(index + 1), width, pinned }] : [];
  });
}

const LEAST_WIDTH = 64;
/** Average widths of a glyph in the header's and in the total's type. */
const HEADER_GLYPH = 6.3;
const FIGURE_GLYPH = 7.5;

/**
 * The width of a column nobody has resized: its heading in two lines, and its widest figure, which is the total's.
 */
export function naturalWidth(column: Pick<CatalogueColumn, 'label' | 'unit'>, widestText: string): number {
  if (column.unit === 'text') return 160;
  if (column.unit === 'instant') return Math.ceil(Math.max(140, widestText.length * FIGURE_GLYPH + 18));
  const longestWord = Math.max(...column.label.split(/\s+/).map((word) => word.length));
  return Math.ceil(Math.max(LEAST_WIDTH, longestWord * HEADER_GLYPH + 20, widestText.length * FIGURE_GLYPH + 16));
}
