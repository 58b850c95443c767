import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type Explanation, type SheetCell } from '@tallysheet/contract';
import { periodName, readTrendId, resolveTimeFrame, trendColumns } from '@tallysheet/report-model';
import { SettingsService } from '../../settings/settings.service';

/** Knows that a cell of a trend is the same as one of a sheet of its day, week or month alone. */
@Injectable()
export class PeriodCells {
  constructor(private readonly settings: SettingsService) {}

  /** The cell by itself: what asks about it needs to know nothing of trends. Throws `unknown-column`. */
  async alone<T extends SheetCell>(ctx: Ctx, asked: T, now = Date.now()): Promise<T> {
    const { trend, ...cell } = asked;
    if (trend === undefined || !cell.columnId.includes('@')) return cell as T;
    const read = readTrendId(cell.columnId, trend);
    if (!read) throw new TallysheetError('unknown-column', { column: cell.columnId }, 'columnId');
    const { timeZone, weekStart } = await this.settings.read(ctx);
    const frame = resolveTimeFrame(cell.timeFrame, { timeZone: cell.timeZone ?? timeZone, weekStart, now });
    const [first, last] = read.days.map(String);
    const from = [first!, frame.firstDay ?? first!].sort().at(-1)!;
    const to = [last!, frame.lastDay ?? last!].sort()[0]!;
    if (from > to) throw new TallysheetError('unknown-column', { column: cell.columnId }, 'columnId');
    return { ...(cell as T), timeFrame: { from, to }, columnId: read.id };
  }

  /** What was told of that cell, in the words and ids of the trend's. */
  told(ctx: Ctx, { trend, columnId }: SheetCell, made: Explanation): Explanation {
    const read = trend && readTrendId(columnId, trend);
    if (!read) return made;
    const period = { id: columnId.slice(read.id.length + 1), name: periodName(trend, read.days[0], ctx.language) };
    const inPeriod = <T extends { columnId: string; label: string }>(told: T): T => {
      const [column] = trendColumns({ id: told.columnId, label: told.label, unit: 'count' }, [period]);
      return { ...told, columnId: column!.id, label: column!.label };
    };
    return { ...inPeriod(made), parts: made.parts.map(inPeriod) };
  }
}
