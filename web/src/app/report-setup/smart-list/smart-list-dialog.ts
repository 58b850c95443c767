import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
} from '@angular/core';
import type { SavedSmartList, SmartList } from '@tallysheet/contract';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Dialogs } from '../../core/dialog/dialogs';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import type { FocusPlace } from './model/rule-draft';
import { PersonAttributes } from './person-attributes';
import { RuleGroup } from './rules/rule-group';
import { SaveListDialog, type SaveListRequest } from './saved/save-list-dialog';
import { SavedLists } from './saved/saved-lists';
import { SavedListsMenu } from './saved/saved-lists-menu';
import { SmartListEditor } from './smart-list-editor';

/** What the report is to be limited to; no list for everybody. */
export interface SmartListAnswer {
  smartList: SmartList | undefined;
}

const CONTROLS = 'input, select, button';

/** Writes the rules of a smart list while the people in it are counted. Nothing of it counts in the sheet before Apply. */
@Component({
  selector: 'ts-smart-list-dialog',
  imports: [DialogFrame, RuleGroup, SavedListsMenu],
  providers: [SmartListEditor],
  templateUrl: './smart-list-dialog.html',
  styleUrl: './smart-list-dialog.css',
  host: { '(keydown.escape)': 'dialog.close()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SmartListDialog {
  private readonly attributes = inject(PersonAttributes);
  private readonly dialogs = inject(Dialogs);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly lists = inject(SavedLists);
  private readonly problems = inject(ProblemText);

  readonly dialog = inject<DialogRef<SmartListAnswer>>(DialogRef);
  readonly editor = inject(SmartListEditor);
  readonly messages = inject(Messages);
  readonly count = computed(() => {
    const { count } = this.editor.counted();
    return count
      ? this.messages.t('smart.count', { kept: count.people, all: count.of })
      : this.messages.t('smart.count.counting');
  });
  /** Why there is no number, where that is not said at a rule. */
  readonly problem = computed(() => {
    const { problem } = this.editor.counted();
    const { root, errors } = this.editor;
    if (problem === null) return null;
    return [...errors()].some(([key]) => key !== root().key) ? null : this.problems.of(problem);
  });

  /** True from saving until the next change. */
  private readonly justSaved = linkedSignal({ source: () => this.editor.list(), computation: () => false });
  /** Why the last saving failed; gone with the next change. */
  readonly refused = linkedSignal({ source: () => this.editor.list(), computation: () => '' });
  /** Which saved list the rules are of. */
  readonly saved = computed(() => {
    const name = this.editor.opened()?.name;
    return name === undefined ? '' : this.messages.t(this.justSaved() ? 'smart.save.done' : 'smart.opened', { name });
  });

  constructor() {
    // Many rules would be lost by one click beside them.
    this.dialog.disableClose = true;
    this.editor.start(inject<SmartList | undefined>(DIALOG_DATA));
    void this.attributes.load();
    void this.lists.load();
    afterRenderEffect(() => {
      const place = this.editor.focusWanted();
      if (place) this.focus(place);
    });
  }

  submit(event: Event): void {
    event.preventDefault();
    const list = this.editor.ready();
    if (list) this.dialog.close({ smartList: list.rules.length > 0 ? list : undefined });
  }

  async saveAs(): Promise<void> {
    const smartList = this.editor.ready();
    if (!smartList) return;
    const saved = await this.dialogs.open<SavedSmartList, SaveListRequest>(
      SaveListDialog,
      { save: (name) => this.lists.create({ name, smartList }) },
      'small',
    );
    if (saved) this.kept(saved);
  }

  /** Gives the saved list that was opened the rules as they are now. */
  async update(): Promise<void> {
    const smartList = this.editor.ready();
    const opened = this.editor.opened();
    if (!smartList || !opened) return;
    try {
      this.kept(await this.lists.update(opened.id, { smartList }));
    } catch (error) {
      this.refused.set(this.problems.of(error));
    }
  }

  private kept(saved: SavedSmartList): void {
    this.editor.opened.set(saved);
    this.refused.set('');
    this.justSaved.set(true);
  }

  private focus(place: FocusPlace): void {
    const selector = 'rule' in place ? `[data-rule="${place.rule}"]` : `[data-adder="${place.adder}"]`;
    this.host.querySelector(selector)?.querySelector<HTMLElement>(CONTROLS)?.focus();
  }
}
