import { TallysheetError, type ReportQuery, type RowLevel } from '@tallysheet/contract';
import {
  goTogether,
  isTimeZone,
  metric,
  missingAt,
  readCalculatedColumns,
  reportTypeById,
  type ReportType,
} from '@tallysheet/report-model';

/**
 * What a query's shape cannot say: that its report type exists and has its columns, that its formulas
 * can be read, and that its zone is one.
 * Throws `unknown-report-type`, `unknown-column`, `unknown-grouping`, `levels-not-together`, `column-not-at-level`, `unknown-time-zone`,
 * `bad-formula`, `column-id-taken`.
 */
export function checkQuery(query: ReportQuery): ReportType {
  const type = reportTypeById(query.reportType);
  const calculated = new Set(readCalculatedColumns(query.calculatedColumns, type).map(({ id }) => id));
  const metrics = (query.columns ?? type.defaultColumns).filter((id) => !calculated.has(id));
  for (const id of metrics) requireColumn(type, id, 'columns');
  for (const { columnId } of query.sort ?? []) {
    if (columnId !== 'name' && !calculated.has(columnId)) requireColumn(type, columnId, 'sort');
  }
  const levels = query.groupBy ?? type.levels;
  for (const level of levels) requireLevel(type, level);
  requireTogether(levels);
  requireCountedAt(levels, metrics);
  const { timeZone } = query;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new TallysheetError('unknown-time-zone', { timeZone }, 'timeZone');
  }
  return type;
}

function requireLevel(type: ReportType, level: RowLevel): void {
  if (!type.groupings.includes(level)) throw new TallysheetError('unknown-grouping', { level }, 'groupBy');
}

function requireTogether([a, b]: readonly RowLevel[]): void {
  if (a && b && !goTogether(a, b)) throw new TallysheetError('levels-not-together', { a, b }, 'groupBy');
}

function requireCountedAt(levels: readonly RowLevel[], columns: readonly string[]): void {
  for (const column of columns) {
    const level = missingAt(metric(column)).find((missing) => levels.includes(missing));
    if (level) throw new TallysheetError('column-not-at-level', { column, level }, 'columns');
  }
}

function requireColumn(type: ReportType, id: string, path: string): void {
  if (!type.columns.some((column) => column === id)) throw new TallysheetError('unknown-column', { column: id }, path);
}
