import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ReconciledCell, ReconciledColumn, ReconciledRow, RuleFound, Unit } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { differencesOf } from './reconciled-rows';

/** Rows of a comparison: what each is, its numbers that differ, and beneath them why. */
@Component({
  selector: 'ts-reconcile-table',
  imports: [Icon],
  templateUrl: './reconcile-table.html',
  styleUrl: './reconcile-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconcileTable {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly label = input.required<string>();
  readonly rows = input.required<readonly ReconciledRow[]>();
  readonly columns = input.required<readonly ReconciledColumn[]>();

  private readonly columnById = computed(() => new Map(this.columns().map((column) => [column.id, column])));
  readonly groups = computed(() =>
    this.rows().map((row) => ({
      row,
      name: row.rowId === 'total' ? this.messages.t('reconcile.total') : row.name,
      differences: differencesOf(row),
    })),
  );

  columnOf({ columnId }: ReconciledCell): { label: string; unit: Unit } {
    return this.columnById().get(columnId) ?? { label: columnId, unit: 'count' };
  }

  written(value: number | null, cell: ReconciledCell): string {
    return this.formats.value(value, this.columnOf(cell).unit);
  }

  /** Rates differ in points. */
  change(cell: ReconciledCell): string {
    return this.formats.change(cell.difference, this.columnOf(cell).unit === 'rate' ? 'points' : 'count');
  }

  sentence({ code, params }: RuleFound): string {
    return this.messages.t(`reconcile.rule.${code}`, params);
  }
}
