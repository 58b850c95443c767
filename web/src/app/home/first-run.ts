import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../core/api';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { GhostSheet } from './ghost-sheet';

/** An empty workspace: import a file, or look around in the demo. */
@Component({
  selector: 'ts-first-run',
  imports: [GhostSheet, Icon, RouterLink],
  templateUrl: './first-run.html',
  styleUrl: './first-run.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstRun {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  private readonly toasts = inject(Toasts);
  readonly messages = inject(Messages);
  readonly workspace = inject(WorkspaceStore);

  readonly loading = signal(false);
  readonly problem = signal<string | null>(null);

  async loadDemo(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.problem.set(null);
    try {
      await this.api.loadDemo();
      await this.workspace.load();
      this.toasts.show({ text: this.messages.t('home.demo-ready') });
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.loading.set(false);
    }
  }
}
