import { isNamedLevel, type CatalogueColumn, type QueryLevel, type Sheet, type Trend } from '@tallysheet/contract';
import { goTogether, ownColumn, trendId } from '@tallysheet/report-model';
import { withSort } from './layout-changes';
import type { Definition } from './report-definition';

/** The report with a column for each day, week or month, or without; a sort by one of them ends with them. */
export function withTrend(definition: Definition, trend: Trend | undefined): Definition {
  const { trend: _, ...query } = definition.query;
  const sorted = query.sort?.[0]?.columnId ?? '';
  const changed = { ...definition, query: trend ? { ...query, trend } : query };
  return sorted.startsWith(`${ownColumn(sorted)}@`) ? withSort(changed, null) : changed;
}

/** Whether numbers in rows of these levels are kept by time. */
export function canTrend(levels: readonly QueryLevel[]): boolean {
  return levels.filter(isNamedLevel).every((level) => goTogether(level, 'day'));
}

/** What a trend puts beside a column of a sheet, with the rule and the two numbers behind each. */
export function trendColumnsOf(
  column: CatalogueColumn,
  sheet: Sheet | null,
  help: (period: string) => string,
): CatalogueColumn[] {
  const added = sheet?.columns.filter(({ of, period }) => of === column.id && period !== undefined) ?? [];
  return added.map((each) => ({
    ...column,
    ...each,
    help: help(column.help),
    parts: column.parts && {
      of: trendId(column.parts.of, each.period!),
      over: trendId(column.parts.over, each.period!),
    },
  }));
}
