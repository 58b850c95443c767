import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Link } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { wordsOf } from './link-words';

/** The link to name, and the categories that others have already. */
export interface LinkToName {
  link: Link;
  categories: readonly string[];
}

/** Gives a link a name and a category, or takes them away. */
@Component({
  selector: 'ts-link-dialog',
  imports: [DialogFrame, Icon],
  templateUrl: './link-dialog.html',
  styleUrl: './link-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkDialog {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<Link>>(DialogRef);
  readonly link = inject<LinkToName>(DIALOG_DATA).link;
  readonly categories = inject<LinkToName>(DIALOG_DATA).categories;

  readonly address = wordsOf(this.link, this.messages).address;
  readonly label = signal(this.link.label ?? '');
  readonly category = signal(this.link.category ?? '');
  readonly busy = signal(false);
  readonly problem = signal<string | null>(null);

  async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const patch = { label: this.label().trim() || null, category: this.category().trim() || null };
      this.dialog.close(await this.api.updateLink(this.link.id, patch));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
