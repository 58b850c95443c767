import { TallysheetError, type ReportQuery } from '@tallysheet/contract';
import { isTimeZone, reportTypeById, type ReportType } from '@tallysheet/report-model';

/**
 * What a query's shape cannot say: that its report type exists and has its columns, and that its zone is one.
 * Throws `unknown-report-type`, `unknown-column`, `unknown-time-zone`.
 */
export function checkQuery(query: ReportQuery): ReportType {
  const type = reportTypeById(query.reportType);
  for (const id of query.columns ?? []) requireColumn(type, id, 'columns');
  for (const { columnId } of query.sort ?? []) if (columnId !== 'name') requireColumn(type, columnId, 'sort');
  const { timeZone } = query;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new TallysheetError('unknown-time-zone', { timeZone }, 'timeZone');
  }
  return type;
}

function requireColumn(type: ReportType, id: string, path: string): void {
  if (!type.columns.some((column) => column === id)) throw new TallysheetError('unknown-column', { column: id }, path);
}
