import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Report, ReportTypeInfo } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Catalogue } from '../core/catalogue';
import { DialogFrame } from '../core/dialog/dialog-frame';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';

/** Where a new report is to stand; a program's or folder's report is about what is in it. */
export interface NewReportPlace {
  kind: 'program' | 'folder' | 'workspace';
  id: string | null;
  name: string;
}

/** Asks what to report and under which name, and creates it on the last 30 days. */
@Component({
  selector: 'ts-new-report-dialog',
  imports: [DialogFrame, Icon],
  templateUrl: './new-report-dialog.html',
  styleUrl: './new-report-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewReportDialog {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  readonly messages = inject(Messages);
  readonly catalogue = inject(Catalogue);
  readonly place = inject<NewReportPlace>(DIALOG_DATA);
  readonly dialog = inject<DialogRef<Report>>(DialogRef);

  private readonly chosen = signal<string | null>(null);
  readonly type = computed(() => this.catalogue.type(this.chosen() ?? '') ?? this.catalogue.types()[0]);
  private readonly nameEdited = signal(false);
  /** Named after place and type until the reader types a name. */
  readonly name = linkedSignal<string, string>({
    source: () => [this.place.id === null ? '' : this.place.name, this.type()?.label].filter(Boolean).join(' – '),
    computation: (proposal, previous) => (this.nameEdited() && previous ? previous.value : proposal),
  });
  readonly tried = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);
  readonly nameError = computed(() =>
    this.tried() && !this.name().trim() ? this.messages.t('tree.name-missing') : null,
  );
  readonly otherError = computed(() => {
    const problem = this.problem() ?? this.catalogue.error();
    return problem && !this.nameError() ? this.problems.of(problem) : null;
  });

  choose(type: ReportTypeInfo): void {
    this.chosen.set(type.id);
  }

  rename(name: string): void {
    this.nameEdited.set(true);
    this.problem.set(null);
    this.name.set(name);
  }

  async create(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const type = this.type();
    const name = this.name().trim();
    if (!type || !name || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.api.createReport(this.report(type, name)));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private report(type: ReportTypeInfo, name: string) {
    const { kind, id } = this.place;
    const columns = type.columns.filter((column) => column.default).map((column) => ({ id: column.id }));
    const inside = id === null ? {} : kind === 'program' ? { programs: [id] } : { folders: [id] };
    return {
      name,
      programId: kind === 'program' ? id : null,
      folderId: kind === 'folder' ? id : null,
      query: {
        reportType: type.id,
        timeFrame: { preset: 'last-30-days' as const },
        ...(id === null ? {} : { assetFilter: inside }),
      },
      layout: { columns, collapsed: [] },
    };
  }
}
