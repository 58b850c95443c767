import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ImportFormat } from '@tallysheet/contract';
import { ApiProblem } from '../core/api-problem';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { ACTIVITY_COLUMN_SET } from './activity-columns';
import { ColumnMapping } from './column-mapping';
import type { ColumnSet } from './column-set';
import type { ImportJob } from './import-job';
import { PEOPLE_COLUMNS } from './people-columns';

const FULL_MESSAGE = 500;

/** The formats whose columns may be named. */
const SETS: Partial<Record<ImportFormat, ColumnSet>> = {
  'marketo-activities': ACTIVITY_COLUMN_SET,
  people: PEOPLE_COLUMNS,
};

/** A file that could not be taken in: why, and what can be done about it. */
@Component({
  selector: 'ts-import-failure',
  imports: [ColumnMapping, Icon],
  templateUrl: './import-failure.html',
  styleUrl: './import-failure.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportFailure {
  readonly job = input.required<ImportJob>();
  readonly retried = output<void>();
  readonly mapped = output<Record<string, string>>();
  readonly removed = output<void>();

  readonly messages = inject(Messages);
  private readonly problems = inject(ProblemText);

  readonly stopped = computed(() => this.job().state === 'stopped');
  readonly text = computed(() =>
    this.stopped() ? this.messages.t('data.stopped-text') : this.problems.of(this.job().error),
  );
  readonly requestId = computed(() => {
    const error = this.job().error;
    return error instanceof ApiProblem ? error.requestId : '';
  });
  /** The columns to be told, when that is what is wrong with the file. */
  readonly columns = computed(() => {
    const { error, format } = this.job();
    const set = format === null ? undefined : SETS[format];
    if (!set) return null;
    if (!(error instanceof ApiProblem) || error.code !== 'missing-columns') return null;
    const found = String(error.params['found'] ?? '');
    return {
      set,
      missing: names(error.params['missing']),
      // The server names as many headers as fit a message; the file itself knows all.
      found: found.length < FULL_MESSAGE ? names(found) : (this.job().head?.names ?? names(found)),
    };
  });
}

function names(list: string | number | null | undefined): string[] {
  return String(list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
