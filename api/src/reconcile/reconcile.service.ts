import { Injectable } from '@nestjs/common';
import {
  isNamedLevel,
  TallysheetError,
  type Ctx,
  type ReconciledColumn,
  type ReconciledRow,
  type Reconciliation,
  type ReportQuery,
} from '@tallysheet/contract';
import {
  addsUp,
  countReconciled,
  exportColumns,
  isTimeZone,
  isUnexplained,
  knownHeader,
  metric,
  readTheirReport,
  reconcile,
  type ExportColumn,
  type OtherCount,
  type TheirReport,
} from '@tallysheet/report-model';
import { readMarketoReport } from '@tallysheet/sources';
import { checkQuery } from '../reports/check-query';
import { SheetCounts } from '../reports/sheet-counts';
import { SheetRepository } from '../reports/sheet.repository';
import { TimeLimit } from '../reports/time-limit';
import { CountedSheets } from './counted-sheets';

/** Compares what another tool has exported with a sheet, and looks for the rule behind each difference. */
@Injectable()
export class ReconcileService {
  constructor(
    private readonly counts: SheetCounts,
    private readonly repository: SheetRepository,
    private readonly limit: TimeLimit,
  ) {}

  /** All rows of both. Throws what a sheet does, and what `readMarketoReport` does for a file that holds no report of this type. */
  async run(ctx: Ctx, asked: ReportQuery, file: Uint8Array, signal?: AbortSignal): Promise<Reconciliation> {
    const query = withoutLayout(asked);
    const type = checkQuery(query);
    if (!addsUp(type)) throw new TallysheetError('reconcile-not-offered', {}, 'reportType');
    const table = await readMarketoReport(file, knownHeader(type));
    const levels = (query.groupBy ?? type.levels).filter(isNamedLevel);
    const columns = exportColumns(table.headers, type, levels);
    const theirs = readTheirReport(table, columns);
    const ids = columns.flatMap((column) => (column.kind === 'metric' ? [column.id] : []));
    return this.limit.within(signal, (ended) =>
      this.repository.inSnapshot(
        async (snapshot, dialect) => {
          const within = { snapshot, dialect };
          const sheets = await CountedSheets.open(this.counts, { ctx, query, type, ids, within, signal: ended });
          const { rows, total } = await this.explain(sheets, theirs, zonesIn(table.headers));
          return {
            sheetName: table.sheetName,
            timeFrame: sheets.timeFrame,
            columns: columns.map((column) => shownColumn(column, ctx)),
            rows,
            total,
            counts: { ...countReconciled(rows), unreadable: table.unreadable },
            computedAt: sheets.computedAt,
          };
        },
        { about: `reconcile ${type.id}`, signal: ended },
      ),
    );
  }

  /** Tries one kind of other rule after the other, for as long as a difference has none. */
  private async explain(sheets: CountedSheets, theirs: TheirReport, zones: readonly string[]) {
    const others: OtherCount[] = [];
    const { own, levels } = sheets;
    let found = reconcile(theirs, own, levels, others);
    const rounds: ((unexplained: readonly ReconciledRow[]) => Promise<OtherCount[]>)[] = [
      () => sheets.atHand(),
      () => sheets.otherQuestions(),
      (unexplained) => sheets.recounted(unexplained),
      () => sheets.otherZones(zones),
    ];
    for (const round of rounds) {
      const unexplained = [...found.rows, ...(found.total ? [found.total] : [])].filter(isUnexplained);
      if (unexplained.length === 0) break;
      others.push(...(await round(unexplained)));
      found = reconcile(theirs, own, levels, others);
    }
    return found;
  }
}

/** Order, search and what stands beside a sheet's own numbers are not what an export is compared with. */
function withoutLayout(query: ReportQuery): ReportQuery {
  const { reportType, timeFrame, timeBasis, timeZone, assetFilter, smartList, humanOnly, hideDeletedPeople, groupBy } =
    query;
  return { reportType, timeFrame, timeBasis, timeZone, assetFilter, smartList, humanOnly, hideDeletedPeople, groupBy };
}

/** The zones that headers name in brackets: `First Activity (America/Chicago)`. */
function zonesIn(headers: readonly string[]): string[] {
  return headers.flatMap((header) => /\(([^)]+)\)/.exec(header)?.[1] ?? []).filter(isTimeZone);
}

function shownColumn(column: ExportColumn, { language }: Ctx): ReconciledColumn {
  const { header, kind } = column;
  if (kind !== 'metric') {
    return { header, holds: kind === 'name' ? 'names' : 'other', id: null, label: header, unit: 'text' };
  }
  const { label, unit } = metric(column.id);
  return { header, holds: 'numbers', id: column.id, label: label[language], unit };
}
