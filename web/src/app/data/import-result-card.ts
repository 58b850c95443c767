import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportResult } from '@tallysheet/contract';
import { Formats } from '../core/formats';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import type { TableHead } from './csv-line';
import { RejectedRows } from './rejected-rows';

/** How the rows of a file were taken, and those that were not. */
@Component({
  selector: 'ts-import-result-card',
  imports: [Icon, RejectedRows, RouterLink],
  templateUrl: './import-result-card.html',
  styleUrl: './import-result-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportResultCard {
  readonly result = input.required<ImportResult>();
  readonly head = input<TableHead | null>(null);
  readonly mapping = input<Record<string, string>>({});
  /** A trial that can be followed by the real thing. */
  readonly canSave = input(false);
  readonly save = output<void>();
  readonly removed = output<void>();

  readonly messages = inject(Messages);
  private readonly formats = inject(Formats);

  readonly name = computed(() => this.result().fileName ?? this.messages.t('data.unnamed'));
  readonly icon = computed(() => (this.result().state === 'failed' ? 'circle-alert' : 'circle-check'));

  readonly about = computed(() => {
    const { format, bytesRead, startedAt, finishedAt, dryRun, state } = this.result();
    const name = this.messages.t(`format.${format}`);
    const size = this.formats.bytes(bytesRead);
    const when = this.formats.instant(startedAt);
    const took = finishedAt === null ? null : this.duration(Date.parse(finishedAt) - Date.parse(startedAt));
    if (state === 'failed') return this.messages.t('data.broken-off', { format: name, size, when });
    if (dryRun) return this.messages.t('data.tried', { format: name, size });
    if (took === null) return this.messages.t('data.imported', { format: name, size, when });
    return this.messages.t('data.imported-in', { format: name, size, when, took });
  });

  readonly figures = computed(() => {
    const { rowsRead, accepted, duplicates, passedOver, rejected } = this.result();
    const others = passedOver.reduce((sum, { count }) => sum + count, 0);
    return [
      { label: this.messages.t('data.rows-read'), value: this.formats.count(rowsRead), bad: false },
      { label: this.messages.t('data.accepted'), value: this.formats.count(accepted), bad: false },
      { label: this.messages.t('data.duplicates'), value: this.formats.count(duplicates), bad: false },
      { label: this.messages.t('data.passed-over'), value: this.formats.count(others), bad: false },
      { label: this.messages.t('data.rejected'), value: this.formats.count(rejected), bad: rejected > 0 },
    ];
  });
  readonly offersReport = computed(
    () =>
      !this.result().dryRun &&
      this.result().format !== 'people' &&
      this.result().accepted + this.result().duplicates > 0,
  );

  private duration(ms: number): string {
    const seconds = Math.max(1, Math.round(ms / 1000));
    return seconds < 120
      ? this.messages.t('data.seconds', { count: seconds })
      : this.messages.t('data.minutes', { count: Math.round(seconds / 60) });
  }
}
