import type { Language, ReconciledCell, ReconciledRow, Reconciliation, RuleFound } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import { csvHeader, csvLine, UTF8_BOM } from '../exports/csv';

const HEADINGS = ['line', 'group', 'row', 'state', 'column', 'theirs', 'ours', 'difference', 'why'] as const;

/** A comparison as CSV, one line a number, all rows of it and the total last; rates are the raw 0..1. */
export function* reconcileCsv({ rows, total, columns }: Reconciliation, language: Language): Generator<string> {
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const why = (rule: RuleFound | undefined) =>
    rule ? format(language, `reconcile.rule.${rule.code}`, rule.params) : '';
  const lines = (row: ReconciledRow, name: string) =>
    row.cells
      .map(({ columnId, theirs, ours, difference, rule }: ReconciledCell) =>
        csvLine([
          ...[row.line ?? '', row.parentName ?? '', name, format(language, `reconcile.state.${row.state}`)],
          ...[labels.get(columnId) ?? columnId, theirs ?? '', ours ?? '', difference ?? '', why(rule ?? row.rule)],
        ]),
      )
      .join('');
  yield UTF8_BOM + csvHeader(HEADINGS.map((heading) => format(language, `reconcile.${heading}`)));
  for (const row of rows) yield lines(row, row.name);
  if (total) yield lines(total, format(language, 'reconcile.total'));
}
