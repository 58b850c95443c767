import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { IMPORT_FORMATS, type ImportResult } from '@tallysheet/contract';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { AppBar } from '../shell/app-bar';
import { DataTabs } from './data-tabs';
import type { FormatChoice } from './detect-format';
import { DropZone } from './drop-zone';
import { FormatOptions } from './format-options';
import { ImportFailure } from './import-failure';
import { ImportHistory } from './import-history';
import type { ImportJob, ImportPlan } from './import-job';
import { ImportProgress } from './import-progress';
import { ImportQueue } from './import-queue';
import { ImportResultCard } from './import-result-card';
import { PassedOver } from './passed-over';

/** Where files are brought in: how they go, what was taken, and what was not and why. */
@Component({
  selector: 'ts-data-page',
  imports: [
    AppBar,
    DataTabs,
    DropZone,
    FormatOptions,
    ImportFailure,
    ImportHistory,
    ImportProgress,
    ImportResultCard,
    PassedOver,
  ],
  templateUrl: './data-page.html',
  styleUrl: './data-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataPage {
  readonly messages = inject(Messages);
  readonly queue = inject(ImportQueue);
  readonly workspace = inject(WorkspaceStore);

  readonly format = signal<FormatChoice>(formatOfAddress(inject(ActivatedRoute)));
  readonly dryRun = signal(false);
  /** An earlier import whose result is looked at again. */
  readonly opened = signal<ImportResult | null>(null);

  readonly crumbs = computed(() => (this.workspace.name() ? [{ label: this.workspace.name() }] : []));
  readonly passedOver = computed(() => {
    const shown = this.opened() ?? this.queue.jobs().find(({ result }) => result !== null)?.result;
    return shown?.passedOver ?? [];
  });

  take(files: File[]): void {
    this.opened.set(null);
    this.queue.add(files, this.plan());
  }

  /** Takes a file again as it is chosen now; what is chosen may be what was wrong. */
  retry(job: ImportJob): void {
    this.queue.retry(job, { ...this.plan(), mapping: job.plan.mapping });
  }

  /** Takes a file again with names for its columns, as it was to be taken. */
  retryMapped(job: ImportJob, mapping: Record<string, string>): void {
    this.queue.retry(job, { ...job.plan, format: job.format ?? 'marketo-activities', mapping });
  }

  /** Lets a trial become the real thing. */
  saveTried(job: ImportJob): void {
    this.queue.retry(job, { ...job.plan, dryRun: false });
  }

  private plan(): ImportPlan {
    return { format: this.format(), dryRun: this.dryRun(), mapping: {} };
  }
}

function formatOfAddress(route: ActivatedRoute): FormatChoice {
  const asked = route.snapshot.queryParamMap.get('format');
  return IMPORT_FORMATS.find((format) => format === asked) ?? 'auto';
}
