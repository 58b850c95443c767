import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Report } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Dialogs } from '../core/dialog/dialogs';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { NewReportDialog, type NewReportPlace } from './new-report-dialog';

interface Named {
  id: string;
  name: string;
}

/** What can be done with a saved report from anywhere; each keeps the tree right and says what happened. */
@Injectable({ providedIn: 'root' })
export class ReportActions {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly messages = inject(Messages);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);

  /** Asks for type and name, creates the report and opens it. */
  async create(place: NewReportPlace): Promise<void> {
    const report = await this.dialogs.open<Report, NewReportPlace>(NewReportDialog, place);
    if (!report) return;
    await this.workspace.reloadTree();
    await this.router.navigate(['/reports', report.id]);
  }

  /** Renames a report; if that fails, it says why and the name stays. */
  async rename(report: Named, name: string): Promise<void> {
    await this.tell(async () => {
      await this.api.updateReport(report.id, { name });
      await this.workspace.reloadTree();
    });
  }

  /** Makes a copy beside the report and opens it. */
  async duplicate(report: Named): Promise<void> {
    await this.tell(async () => {
      const copy = await this.api.cloneReport(report.id, this.messages.t('tree.copy-name', { name: report.name }));
      await this.workspace.reloadTree();
      await this.router.navigate(['/reports', copy.id]);
      this.toasts.show({ text: this.messages.t('tree.duplicated', { name: copy.name }) });
    });
  }

  /** Deletes a report at once and offers to undo it; a page that shows it gives way to the home page. */
  async remove(report: Named): Promise<void> {
    await this.tell(async () => {
      const shown = this.router.url.split(/[?#]/)[0] === `/reports/${encodeURIComponent(report.id)}`;
      // First away from the page: it may hold unsaved changes and refuse.
      if (shown && !(await this.router.navigate(['/']))) return;
      await this.api.deleteReport(report.id);
      await this.workspace.reloadTree();
      this.toasts.show({
        text: this.messages.t('tree.deleted', { name: report.name }),
        action: { label: this.messages.t('shell.undo'), run: () => this.restore(report, shown) },
      });
    });
  }

  private async restore(report: Named, reopen: boolean): Promise<void> {
    await this.tell(async () => {
      await this.api.restoreReport(report.id);
      await this.workspace.reloadTree();
      if (reopen) await this.router.navigate(['/reports', report.id]);
      this.toasts.show({ text: this.messages.t('tree.restored', { name: report.name }) });
    });
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toasts.show({ text: this.problems.of(error) });
    }
  }
}
