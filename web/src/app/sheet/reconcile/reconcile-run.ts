import { inject, Injectable, signal } from '@angular/core';
import type { Reconciliation, ReportQuery } from '@tallysheet/contract';
import { ReconcileApi } from './reconcile-api';
import { saveFile } from '../../core/file-name';
import { ProblemText } from '../../core/problem-text';
import { Toasts } from '../../core/toasts';

/** One file beside the sheet; a newer question ends the one before. */
@Injectable()
export class ReconcileRun {
  private readonly api = inject(ReconcileApi);
  private readonly problems = inject(ProblemText);
  private readonly toasts = inject(Toasts);
  private running: AbortController | null = null;

  readonly result = signal<Reconciliation | null>(null);
  readonly problem = signal<unknown>(null);
  readonly working = signal(false);
  readonly saving = signal(false);

  async compare(query: ReportQuery, file: File): Promise<void> {
    this.end();
    const mine = new AbortController();
    this.running = mine;
    this.problem.set(null);
    this.working.set(true);
    try {
      const result = await this.api.compare(query, file, mine.signal);
      if (this.running === mine) this.result.set(result);
    } catch (error) {
      if (this.running !== mine) return;
      this.result.set(null);
      this.problem.set(error);
    }
    if (this.running === mine) this.working.set(false);
  }

  end(): void {
    this.running?.abort();
    this.running = null;
  }

  async download(query: ReportQuery, file: File): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    try {
      const { name, blob } = await this.api.export(query, file);
      saveFile(name, blob);
    } catch (error) {
      this.toasts.show({ text: this.problems.of(error) });
    }
    this.saving.set(false);
  }
}
