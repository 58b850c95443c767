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

/** A report's columns from left to right, each with those that stand beside it, after the name column, which is A. */
export function gridColumns(
  definition: Definition,
  type: ReportTypeInfo,
  beside: (column: CatalogueColumn) => readonly CatalogueColumn[] = () => [],
): GridColumn[] {
  const byId = new Map(type.columns.map((column) => [column.id, column]));
  const shown = displayedColumnIds(definition, type).flatMap((id) => {
    const column = byId.get(id);
    return column ? [column, ...beside(column)] : [];
  });
  return shown.map((column, index) => ({
    ...column,
    letter: columnLetter(index + 1),
    width: layoutOf(definition, column.id).width,
    pinned: layoutOf(definition, column.of ?? column.id).pinned ?? false,
  }));
}

const LEAST_WIDTH = 64;
/** Average widths of a glyph in the header's and in the total's type. */
const HEADER_GLYPH = 6.3;
const FIGURE_GLYPH = 7.5;
const MENU_WIDTH = 16;

/**
 * The width of a column nobody has resized: its heading in two lines, and its widest figure, which is the total's.
 */
export function naturalWidth(
  column: Pick<CatalogueColumn, 'label' | 'unit' | 'of' | 'period'>,
  widestText: string,
): number {
  if (column.unit === 'text') return 160;
  if (column.unit === 'instant') return Math.ceil(Math.max(140, widestText.length * FIGURE_GLYPH + 18));
  const longestLine = Math.max(...headingLines(column).map((line) => line.length));
  const menu = column.of === undefined ? 0 : MENU_WIDTH;
  return Math.ceil(
    Math.max(LEAST_WIDTH, longestLine * HEADER_GLYPH + 20 + menu, widestText.length * FIGURE_GLYPH + 16),
  );
}

/** A heading where it may break at the narrowest; what a comparison says of a column is never cut off. */
function headingLines(column: Pick<CatalogueColumn, 'label' | 'of' | 'period'>): string[] {
  if (column.of === undefined) return narrowestLines(column.label);
  const { of, name } = headingParts(column);
  return [of, column.period === undefined ? `(${name})` : name];
}

/** The heading of a column that stands beside another one: what that one is called, and what this one says of it. */
export function headingParts({ label }: Pick<CatalogueColumn, 'label'>): { of: string; name: string } {
  const said = label.lastIndexOf(' (');
  return said < 0 ? { of: label, name: '' } : { of: label.slice(0, said), name: label.slice(said + 2, -1) };
}

/** Of all ways to break a heading into two lines the one with the shortest longest line. */
function narrowestLines(label: string): string[] {
  const words = label.split(/\s+/);
  const ways = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
  return ways.reduce((best, way) => (longest(way) < longest(best) ? way : best));
}
