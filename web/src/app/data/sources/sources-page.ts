import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { SourceKey, SourceState } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { Dialogs } from '../../core/dialog/dialogs';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { Toasts } from '../../core/toasts';
import { WorkspaceStore } from '../../core/workspace';
import { AppBar } from '../../shell/app-bar';
import { DataTabs } from '../data-tabs';
import { KeyDialog } from './key-dialog';
import { SourceCard } from './source-card';
import { testEvent } from './test-event';

/** Who sends events by itself: webhook addresses, and what came over each. */
@Component({
  selector: 'ts-sources-page',
  imports: [AppBar, DataTabs, Icon, SourceCard],
  templateUrl: './sources-page.html',
  styleUrl: './sources-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourcesPage {
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);

  readonly sources = signal<SourceState[] | null>(null);
  readonly error = signal<unknown>(null);
  /** When the list was asked for: the bars and the test event are of this moment. */
  readonly now = signal(Date.now());
  readonly crumbs = computed(() => (this.workspace.name() ? [{ label: this.workspace.name() }] : []));

  constructor() {
    void this.reload();
  }

  async reload(): Promise<void> {
    try {
      this.sources.set(await this.api.sources());
      this.now.set(Date.now());
      this.error.set(null);
    } catch (error) {
      this.error.set(error);
    }
  }

  async openKey(key: SourceKey | null): Promise<void> {
    if (await this.dialogs.open<SourceKey, SourceKey | null>(KeyDialog, key)) await this.reload();
  }

  async revoke(key: SourceKey): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.messages.t('data.sources.close-heading'),
      text: this.messages.t('data.sources.close-text'),
      confirm: this.messages.t('data.sources.close'),
      danger: true,
    });
    if (sure) await this.attempt(() => this.api.deleteSourceKey(key.id));
  }

  async endPrevious(key: SourceKey): Promise<void> {
    await this.attempt(() => this.api.updateSourceKey(key.id, { endPrevious: true }));
  }

  async test(source: SourceState): Promise<void> {
    await this.attempt(async () => {
      await this.api.sendEvents(source.name, [testEvent(new Date())]);
      this.toasts.show({ text: this.messages.t('data.sources.test-sent', { source: source.name }) });
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      await this.reload();
    } catch (error) {
      this.toasts.show({ text: this.problems.of(error) });
    }
  }
}
