import {
  isNamedLevel,
  TallysheetError,
  type QueryLevel,
  type ReportQuery,
  type RowLevel,
  type SheetColumn,
} from '@tallysheet/contract';
import {
  addsUp,
  canCompare,
  compareColumns,
  goTogether,
  hasTrend,
  isTimeZone,
  metric,
  missingAt,
  ownColumn,
  readCalculatedColumns,
  readTrendId,
  reportTypeById,
  sheetColumn,
  timeBasesOf,
  type ReportType,
} from '@tallysheet/report-model';

/**
 * What a query's shape cannot say: that its report type exists and has its columns, rows, dates and filters, that its
 * formulas can be read, and that its zone is one.
 * Throws `unknown-report-type`, `unknown-column`, `unknown-grouping`, `levels-not-together`, `column-not-at-level`,
 * `unknown-time-zone`, `bad-formula`, `column-id-taken`, `nothing-to-compare`, `time-basis-not-offered`, `filter-not-offered`,
 * `list-not-offered`, `trend-not-offered`.
 */
export function checkQuery(query: ReportQuery): ReportType {
  const type = reportTypeById(query.reportType);
  const read = readCalculatedColumns(query.calculatedColumns, type);
  const calculated = new Set(read.map(({ id }) => id));
  const metrics = (query.columns ?? type.defaultColumns).filter((id) => !calculated.has(id));
  for (const column of metrics) {
    if (!type.columns.some((known) => known === column)) {
      throw new TallysheetError('unknown-column', { column }, 'columns');
    }
  }
  const all = [...type.columns, ...calculated].map((id) => sheetColumn(id, read, 'en'));
  for (const { columnId } of query.sort ?? []) {
    if (!isSortable(columnId, all, query)) throw new TallysheetError('unknown-column', { column: columnId }, 'sort');
  }
  if (query.compare && !canCompare(query.timeFrame, query.compare)) {
    throw new TallysheetError('nothing-to-compare', {}, 'compare');
  }
  const levels = query.groupBy ?? type.levels;
  for (const level of levels) requireLevel(type, level);
  const named = levels.filter(isNamedLevel);
  requireTogether(named, 'groupBy');
  for (const level of named) if (query.trend) requireTogether([level, query.trend], 'trend');
  requireCountedAt(named, metrics);
  requireOffered(type, query);
  const { timeZone } = query;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new TallysheetError('unknown-time-zone', { timeZone }, 'timeZone');
  }
  return type;
}

/** By names, by any column, and by what stands beside one: a trend's columns also where their days have gone by. */
function isSortable(columnId: string, all: readonly SheetColumn[], { compare, trend }: ReportQuery): boolean {
  if (columnId === 'name') return true;
  const column = all.find(({ id }) => id === ownColumn(columnId));
  if (!column || column.id === columnId) return column !== undefined;
  if (compare && compareColumns(column, 'en').some(({ id }) => id === columnId)) return true;
  return trend !== undefined && hasTrend(column) && readTrendId(columnId, trend)?.id === column.id;
}

function requireLevel(type: ReportType, level: QueryLevel): void {
  const isOffered = isNamedLevel(level) ? type.groupings.includes(level) : type.counts === 'people';
  if (isOffered) return;
  throw new TallysheetError('unknown-grouping', { level: isNamedLevel(level) ? level : level.attribute }, 'groupBy');
}

/** People were created, whatever they were sent; messages were not. What does not add up is of everybody in one period. */
function requireOffered(type: ReportType, { timeBasis, assetFilter, smartList, trend }: ReportQuery): void {
  if (timeBasis === 'created' && !timeBasesOf(type).includes(timeBasis)) {
    throw new TallysheetError('time-basis-not-offered', { timeBasis }, 'timeBasis');
  }
  const narrows = Object.values(assetFilter ?? {}).some((wanted) => wanted !== undefined && wanted !== false);
  if (type.counts === 'people' && narrows) throw new TallysheetError('filter-not-offered', {}, 'assetFilter');
  if (addsUp(type)) return;
  if (smartList) throw new TallysheetError('list-not-offered', {}, 'smartList');
  if (trend) throw new TallysheetError('trend-not-offered', {}, 'trend');
}

function requireTogether([a, b]: readonly RowLevel[], path: 'groupBy' | 'trend'): void {
  if (a && b && !goTogether(a, b)) throw new TallysheetError('levels-not-together', { a, b }, path);
}

function requireCountedAt(levels: readonly RowLevel[], columns: readonly string[]): void {
  for (const column of columns) {
    const level = missingAt(metric(column)).find((missing) => levels.includes(missing));
    if (level) throw new TallysheetError('column-not-at-level', { column, level }, 'columns');
  }
}
