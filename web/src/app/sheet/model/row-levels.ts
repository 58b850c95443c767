import { levelId, type CatalogueColumn, type QueryLevel, type ReportTypeInfo } from '@tallysheet/contract';
import { columnIds, type Definition, levelsOf } from './report-definition';
import { withColumns, withSort } from './layout-changes';
import { canTrend, withTrend } from './trend-columns';

/** Whether rows are what the report's type makes them unless asked otherwise. */
export function areUsual(levels: readonly QueryLevel[], type: ReportTypeInfo): boolean {
  return sameLevels(levels, type.rowLevels);
}

/** The columns on the sheet that rows of these levels cannot show. */
export function columnsLostAt(
  levels: readonly QueryLevel[],
  definition: Definition,
  type: ReportTypeInfo,
): CatalogueColumn[] {
  const shown = new Set(columnIds(definition, type));
  return type.columns.filter(({ id, missingAt }) => shown.has(id) && missingAt.some((level) => levels.includes(level)));
}

/** The report with other rows; columns and a trend that they cannot show leave it, and a sort by one of them ends. */
export function withRows(definition: Definition, levels: readonly QueryLevel[], type: ReportTypeInfo): Definition {
  if (sameLevels(levels, levelsOf(definition.query, type))) return definition;
  const lost = new Set(columnsLostAt(levels, definition, type).map(({ id }) => id));
  const { groupBy: _, ...query } = definition.query;
  const regrouped = { ...definition, query: areUsual(levels, type) ? query : { ...query, groupBy: [...levels] } };
  const grouped = canTrend(levels) ? regrouped : withTrend(regrouped, undefined);
  const kept = columnIds(definition, type).filter((id) => !lost.has(id));
  const counted = lost.size === 0 ? grouped : withKept(grouped, kept);
  return lost.has(query.sort?.[0]?.columnId ?? '') ? withSort(counted, null) : counted;
}

/** A sheet of which no column is left shows its type's own. */
function withKept(definition: Definition, kept: readonly string[]): Definition {
  if (kept.length > 0) return withColumns(definition, kept);
  const { columns: _, ...query } = definition.query;
  return { ...definition, query };
}

function sameLevels(a: readonly QueryLevel[], b: readonly QueryLevel[]): boolean {
  return a.map(levelId).join('/') === b.map(levelId).join('/');
}
