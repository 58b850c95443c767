import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { SavedSmartList } from '@tallysheet/contract';
import { Dialogs } from '../../../core/dialog/dialogs';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import { ProblemText } from '../../../core/problem-text';
import { RenameField } from '../../../tree/rename-field';
import { Popover } from '../../popover';
import { SmartListEditor } from '../smart-list-editor';
import { SmartWords } from '../smart-words';
import { SavedLists } from './saved-lists';

/** The lists that the workspace has saved: to take up the rules of one, to rename it, to delete it. */
@Component({
  selector: 'ts-saved-lists-menu',
  imports: [Icon, Popover, RenameField],
  templateUrl: './saved-lists-menu.html',
  styleUrl: './saved-lists-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedListsMenu {
  private readonly dialogs = inject(Dialogs);
  private readonly editor = inject(SmartListEditor);

  readonly lists = inject(SavedLists);
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly words = inject(SmartWords);

  readonly isOpen = signal(false);
  readonly renamed = signal<string | null>(null);
  /** What the server refused, and of which list. */
  readonly refused = signal<{ id: string; problem: unknown } | null>(null);

  show(): void {
    this.refused.set(null);
    this.renamed.set(null);
    this.isOpen.set(true);
  }

  takeUp(list: SavedSmartList): void {
    this.isOpen.set(false);
    this.editor.open(list);
  }

  async rename(list: SavedSmartList, typed: string | null): Promise<void> {
    this.renamed.set(null);
    const name = typed?.trim();
    if (!name || name === list.name) return;
    await this.attempt(list, async () => {
      const renamed = await this.lists.update(list.id, { name });
      if (this.editor.opened()?.id === list.id) this.editor.opened.set(renamed);
    });
  }

  async remove(list: SavedSmartList): Promise<void> {
    const { id, name } = list;
    const sure = await this.dialogs.confirm({
      title: this.messages.t('smart.saved.delete.title', { name }),
      text: this.messages.t('smart.saved.delete.text'),
      confirm: this.messages.t('smart.saved.delete.confirm'),
      danger: true,
    });
    if (!sure) return;
    await this.attempt(list, async () => {
      await this.lists.remove(id);
      if (this.editor.opened()?.id === id) this.editor.opened.set(null);
    });
  }

  private async attempt({ id }: SavedSmartList, work: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await work();
    } catch (problem) {
      this.refused.set({ id, problem });
    }
  }
}
