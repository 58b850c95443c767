import { inject, Injectable } from '@angular/core';
import type { CellValue } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Dialogs } from '../core/dialog/dialogs';
import {
  type CalculatedAnswer,
  CalculatedDialog,
  type CalculatedRequest,
} from '../report-setup/calculated/calculated-dialog';
import { withCalculatedColumn, withoutCalculatedColumn } from './model/calculated-changes';
import { ReportStore } from './report-store';

/** Makes, changes and removes the columns that a report calculates itself. */
@Injectable()
export class CalculatedEditing {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(ReportStore);

  /** Opens the dialog for one of them, or for a new one. */
  async edit(id?: string): Promise<void> {
    const definition = this.store.definition();
    const type = this.store.type();
    if (!definition || !type) return;
    const calculated = definition.query.calculatedColumns ?? [];
    const edited = calculated.find((column) => column.id === id);
    const answer = await this.dialogs.open<CalculatedAnswer, CalculatedRequest>(CalculatedDialog, {
      ...{ type, calculated, edited },
      totals: this.totals(),
    });
    if (answer?.kind === 'saved') this.store.change((now) => withCalculatedColumn(now, type, answer.column));
    if (answer?.kind === 'removed') this.store.change((now) => withoutCalculatedColumn(now, type, answer.id));
  }

  /** The total row of every column of numbers, for the preview. */
  private async totals(): Promise<Record<string, CellValue>> {
    const query = this.store.definition()?.query;
    const type = this.store.type();
    if (!query || !type) return {};
    const { sort: _, calculatedColumns: own = [], ...asked } = query;
    const columns = type.columns
      .filter(({ id, unit }) => (unit === 'count' || unit === 'rate') && !own.some((column) => column.id === id))
      .map(({ id }) => id);
    const { total } = await this.api.sheet({ ...asked, columns }, new AbortController().signal);
    return total.values;
  }
}
