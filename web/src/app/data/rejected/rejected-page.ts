import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { RejectedEntry, RetryResult } from '@tallysheet/contract';
import { hasMessage } from '@tallysheet/messages';
import { Api } from '../../core/api';
import { Dialogs } from '../../core/dialog/dialogs';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { Toasts } from '../../core/toasts';
import { WorkspaceStore } from '../../core/workspace';
import { AppBar } from '../../shell/app-bar';
import { DataTabs } from '../data-tabs';
import { RepairDialog } from './repair-dialog';

/** What was sent and could not be used, wherever it came from: why, and how to get it in after all. */
@Component({
  selector: 'ts-rejected-page',
  imports: [AppBar, DataTabs, Icon],
  templateUrl: './rejected-page.html',
  styleUrl: './rejected-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RejectedPage {
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);

  private readonly loaded = signal<RejectedEntry[] | null>(null);
  readonly total = signal(0);
  readonly next = signal<number | null>(null);
  readonly error = signal<unknown>(null);
  readonly busy = signal(false);
  readonly crumbs = computed(() => (this.workspace.name() ? [{ label: this.workspace.name() }] : []));
  readonly heading = computed(() => this.messages.t('data.rejected-title', { count: this.total() }));

  readonly lines = computed(() =>
    this.loaded()?.map((row) => ({
      row,
      when: this.formats.instant(row.at),
      origin: row.fileName ?? row.source,
      place: row.importId === null ? '' : this.messages.t('data.rejected.line', { line: this.formats.count(row.line) }),
      reason: this.reason(row.code),
      detail: [row.field, row.detail].filter(Boolean).join(': '),
    })),
  );

  constructor() {
    void this.reload();
  }

  async reload(): Promise<void> {
    await this.attempt(async () => {
      const { rows, total, next } = await this.api.rejected();
      this.loaded.set(rows);
      this.total.set(total);
      this.next.set(next);
    });
  }

  async more(): Promise<void> {
    const before = this.next();
    if (before === null) return;
    await this.attempt(async () => {
      const { rows, next } = await this.api.rejected(before);
      this.loaded.update((known) => [...(known ?? []), ...rows]);
      this.next.set(next);
    });
  }

  async retryAll(): Promise<void> {
    await this.attempt(async () => {
      const result = await this.api.retryRejected();
      this.toasts.show({ text: this.outcome(result) });
    });
    await this.reload();
  }

  async repair(row: RejectedEntry): Promise<void> {
    const result = await this.dialogs.open<RetryResult, RejectedEntry>(RepairDialog, row, 'wide');
    if (!result) return;
    this.toasts.show({ text: this.outcome(result) });
    await this.reload();
  }

  private outcome({ accepted, duplicates, rejected }: RetryResult): string {
    return this.messages.t('data.rejected.outcome', { done: accepted + duplicates, rejected });
  }

  private reason(code: string): string {
    const key = `reject.${code}`;
    return hasMessage(key) ? this.messages.t(key) : code;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
      this.error.set(null);
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
