import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Report } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Dialogs } from '../core/dialog/dialogs';
import { saveFile } from '../core/file-name';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { ReportActions } from '../tree/report-actions';
import { LeaveDialog, type LeaveAnswer } from './dialogs/leave-dialog';
import { SaveDialog, type SaveRequest } from './dialogs/save-dialog';
import { ReportStore } from './report-store';

const SAVED_SHOWN_MS = 3000;

/** What a reader does with the report as a whole: save, save as, copy, delete, export, leave. */
@Injectable()
export class ReportSaving {
  private readonly api = inject(Api);
  private readonly actions = inject(ReportActions);
  private readonly dialogs = inject(Dialogs);
  private readonly messages = inject(Messages);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly store = inject(ReportStore);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);
  private readonly busy = signal<'save' | 'export' | null>(null);
  private readonly saved = signal(false);

  readonly saving = () => this.busy() === 'save';
  readonly exporting = () => this.busy() === 'export';
  /** True for a moment after saving. */
  readonly justSaved = this.saved.asReadonly();

  /** Saves what is on screen; a report that has no name of its own yet is asked for one. False when it was not saved. */
  async save({ thenOpen = true } = {}): Promise<boolean> {
    const id = this.store.id();
    const definition = this.store.definition();
    if (!definition || this.busy()) return false;
    if (id === null) return this.saveAs({ thenOpen });
    return this.run('save', async () => this.taken(await this.api.updateReport(id, definition)));
  }

  /** Saves what is on screen as a further report and opens that. */
  async saveAs({ thenOpen = true } = {}): Promise<boolean> {
    const definition = this.store.definition();
    if (!definition) return false;
    const { name, programId, folderId } = definition;
    const copies = this.store.id() !== null;
    const report = await this.dialogs.open<Report, SaveRequest>(
      SaveDialog,
      {
        name: copies ? this.messages.t('tree.copy-name', { name }) : name,
        programId,
        folderId,
        save: (place) => this.api.createReport({ ...definition, ...place }),
      },
      'small',
    );
    if (!report) return false;
    await this.taken(report);
    if (thenOpen) await this.open(report.id, !copies);
    return true;
  }

  duplicate(): Promise<void> {
    return this.onSaved((report) => this.actions.duplicate(report));
  }

  remove(): Promise<void> {
    return this.onSaved((report) => this.actions.remove(report));
  }

  /** Hands over the sheet on screen as a CSV file, made by the server from all its rows. */
  async export(): Promise<void> {
    const definition = this.store.definition();
    const columns = this.store.columns();
    if (!definition || this.busy()) return;
    await this.run('export', async () => {
      const file = await this.api.exportSheet({ ...definition.query, columns }, definition.name);
      saveFile(file.name, file.blob);
    });
  }

  /** Whether the page may be left: at once, or after asking what becomes of the changes. */
  async mayLeave(): Promise<boolean> {
    const definition = this.store.definition();
    if (!this.store.edited() || !definition) return true;
    const answer = await this.dialogs.open<LeaveAnswer, string>(LeaveDialog, definition.name, 'small');
    return answer === 'discard' || (answer === 'save' && this.save({ thenOpen: false }));
  }

  private async taken(report: Report): Promise<void> {
    this.store.adopt(report);
    this.saved.set(true);
    setTimeout(() => this.saved.set(false), SAVED_SHOWN_MS);
    await this.workspace.reloadTree();
  }

  /** Goes to a report's own address; an email that is open beside it stays open. */
  private open(id: string, replaceUrl: boolean): Promise<boolean> {
    const email: unknown = this.router.parseUrl(this.router.url).queryParams['email'];
    return this.router.navigate(['/reports', id], { replaceUrl, queryParams: { email } });
  }

  private async onSaved(work: (report: { id: string; name: string }) => Promise<void>): Promise<void> {
    const id = this.store.id();
    const name = this.store.definition()?.name;
    if (id !== null && name !== undefined) await work({ id, name });
  }

  private async run(kind: 'save' | 'export', work: () => Promise<void>): Promise<boolean> {
    this.busy.set(kind);
    try {
      await work();
      return true;
    } catch (error) {
      this.toasts.show({ text: this.problems.of(error) });
      return false;
    } finally {
      this.busy.set(null);
    }
  }
}
