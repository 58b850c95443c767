import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { ImportResult } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Formats } from '../core/formats';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';

/** The latest imports into this workspace, from here and from the command line; each opens its result. */
@Component({
  selector: 'ts-import-history',
  templateUrl: './import-history.html',
  styleUrl: './import-history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportHistory {
  /** Changes when there may be something new to list. */
  readonly revision = input.required<number>();
  readonly opened = output<ImportResult>();

  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly loaded = signal<ImportResult[] | null>(null);
  readonly error = signal<unknown>(null);

  readonly lines = computed(() =>
    this.loaded()?.map((result) => ({
      result,
      name: result.fileName ?? this.messages.t('data.unnamed'),
      when: this.formats.instant(result.startedAt),
      format: this.messages.t(`format.${result.format}`),
      rows: this.formats.count(result.rowsRead),
      accepted: this.formats.count(result.accepted),
      rejected: this.formats.count(result.rejected),
      hasRejected: result.rejected > 0,
      badge: this.badge(result),
    })),
  );

  constructor() {
    effect(() => {
      this.revision();
      untracked(() => void this.reload());
    });
  }

  async reload(): Promise<void> {
    try {
      this.loaded.set(await this.api.imports());
      this.error.set(null);
    } catch (error) {
      this.error.set(error);
    }
  }

  private badge({ state, dryRun }: ImportResult): string | null {
    if (state === 'running') return this.messages.t('data.state-running');
    if (state === 'failed') return this.messages.t('data.state-failed');
    return dryRun ? this.messages.t('data.state-tried') : null;
  }
}
