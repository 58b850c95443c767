import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type SheetCell } from '@tallysheet/contract';
import { readTrendId, resolveTimeFrame } from '@tallysheet/report-model';
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
}
