import type { ExportTable, RowLevel, SheetRow, TableCell } from '@tallysheet/contract';
import { reportTypeById } from '../../types/registry';
import { exportColumns } from '../export-columns';
import { readTheirReport, type TheirReport } from '../their-rows';

/** A table from elsewhere, its first row the header. */
export function aTable(headers: string[], ...rows: TableCell[][]): ExportTable {
  return { sheetName: null, headers, rows: rows.map((cells, at) => ({ line: at + 2, cells })), unreadable: 0 };
}

/** What a campaign email report says in it. */
export function theirsOf(table: ExportTable, levels: readonly RowLevel[] = ['campaign', 'asset']): TheirReport {
  return readTheirReport(table, exportColumns(table.headers, reportTypeById('campaign-email-performance'), levels));
}

/** Rows of a sheet by campaign and email, told as `Campaign` or `Campaign > Email`, each with its program and numbers. */
export function ourRows(told: Record<string, SheetRow['values']>): SheetRow[] {
  const idOf = new Map(Object.keys(told).map((path, at) => [path, `row-${at}`]));
  return Object.entries(told).map(([path, values]): SheetRow => {
    const [campaign = '', email] = path.split(' > ');
    const isEmail = email !== undefined;
    return {
      ...{ id: idOf.get(path)!, parentId: isEmail ? (idOf.get(campaign) ?? null) : null, level: isEmail ? 1 : 0 },
      ...{ kind: isEmail ? 'email' : 'campaign', nodeId: path, name: (email ?? campaign).replace(/#\d$/, ''), values },
    };
  });
}
