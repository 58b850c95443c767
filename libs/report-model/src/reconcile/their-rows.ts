import type { ExportTable, TableCell } from '@tallysheet/contract';
import { metric, type MetricId } from '../metrics/registry';
import { plainName } from '../sheet/plain-name';
import { countsOfRate } from './counts-of-rate';
import type { ExportColumn, NameLevel } from './export-columns';
import { theirCounts, theirRates, type TheirNumber } from './their-number';

/** A row of another tool's report: what it is called at each level that is told, and its numbers by column. */
export interface TheirRow {
  line: number;
  names: Partial<Record<NameLevel, string>>;
  values: ReadonlyMap<MetricId, TheirNumber>;
}

export interface TheirReport {
  rows: TheirRow[];
  total: TheirRow | null;
}

const TOTALS = new Set(['total', 'grand total', 'total general', 'totaux']);

/**
 * Reads the rows of an export. A name that is left out under another means the one above it; a last row called "Grand
 * Total" or the like is the total.
 */
export function readTheirReport(table: ExportTable, columns: readonly ExportColumn[]): TheirReport {
  const numbers = readNumbers(table, columns);
  const names = columns.flatMap((column, place) => (column.kind === 'name' ? [{ level: column.level, place }] : []));
  const report: TheirReport = { rows: [], total: null };
  const above: TheirRow['names'] = {};
  table.rows.forEach(({ line, cells }, at) => {
    const values = new Map<MetricId, TheirNumber>();
    for (const [id, column] of numbers) if (column[at]) values.set(id, column[at]);
    const told = names.map(({ level, place }) => ({ level, name: String(cells[place] ?? '').trim() }));
    const last = told.findLastIndex(({ name }) => name !== '');
    if (last < 0) return;
    const isTotal = at === table.rows.length - 1 && told.filter(({ name }) => name !== '').every(isTotalName);
    if (isTotal) {
      report.total = { line, names: {}, values };
      return;
    }
    const own: TheirRow['names'] = {};
    for (const { level, name } of told.slice(0, last + 1)) own[level] = above[level] = name || (above[level] ?? '');
    report.rows.push({ line, names: own, values });
  });
  return report;
}

function isTotalName({ name }: { name: string }): boolean {
  return TOTALS.has(plainName(name));
}

function readNumbers(table: ExportTable, columns: readonly ExportColumn[]): [MetricId, (TheirNumber | null)[]][] {
  const metrics = columns.flatMap((column, place) => (column.kind === 'metric' ? [{ id: column.id, place }] : []));
  const cellsAt = ({ place }: { place: number }): TableCell[] => table.rows.map(({ cells }) => cells[place] ?? null);
  const rates = metrics.filter(({ id }) => metric(id).unit === 'rate');
  const counts = new Map(
    metrics.filter((each) => !rates.includes(each)).map((each) => [each.id, theirCounts(cellsAt(each))]),
  );
  const quotients = rates.map(({ id }) => {
    const parts = countsOfRate(id);
    return table.rows.map((_, row) => {
      const [of, over] = [parts?.of, parts?.over].map((part) => part && counts.get(part)?.[row]?.value);
      return typeof of === 'number' && over ? of / over : null;
    });
  });
  const read = theirRates(rates.map(cellsAt), quotients);
  return metrics.map((each) => [each.id, counts.get(each.id) ?? read[rates.indexOf(each)]!]);
}
