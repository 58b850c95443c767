import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ImportResult } from '@tallysheet/contract';
import { hasMessage } from '@tallysheet/messages';
import { Api } from '../core/api';
import { Formats } from '../core/formats';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import type { TableHead } from './csv-line';
import { markFault } from './faulty-part';

const SHOWN = 100;

/** The rows that could not be used: where they stand, why, and as they came with the fault marked. */
@Component({
  selector: 'ts-rejected-rows',
  imports: [Icon],
  templateUrl: './rejected-rows.html',
  styleUrl: './rejected-rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RejectedRows {
  readonly result = input.required<ImportResult>();
  readonly head = input<TableHead | null>(null);
  readonly mapping = input<Record<string, string>>({});

  readonly messages = inject(Messages);
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);

  readonly rows = computed(() =>
    this.result()
      .rejectedRows.slice(0, SHOWN)
      .map((row) => ({
        line: this.formats.count(row.line),
        reason: this.reason(row.code, row.detail),
        why: [this.reason(row.code, row.detail), row.detail].filter(Boolean).join(': '),
        ...markFault(row, this.head(), this.mapping()),
      })),
  );
  readonly more = computed(() => this.result().rejected - this.rows().length);
  readonly moreText = computed(() => this.messages.t('data.rejected-more', { count: this.more() }));
  readonly downloadUrl = computed(() => this.api.rejectedUrl(this.result().id));

  private reason(code: string, detail: string): string {
    const key = `reject.${code}`;
    return hasMessage(key) ? this.messages.t(key) : detail;
  }
}
