import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import type { SmartList } from '@tallysheet/contract';
import { Dialogs } from '../../core/dialog/dialogs';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { type SmartListAnswer, SmartListDialog } from './smart-list-dialog';
import { SmartWords } from './smart-words';

/** Whom the report is about, in words on a chip that can be taken away. A click lets one write the rules. */
@Component({
  selector: 'ts-smart-list',
  imports: [Icon],
  template: `
    @if (list(); as list) {
      <span class="chip">
        <span class="chip-label">{{ messages.t('smart.title') }}</span>
        <button
          type="button"
          class="truncate words"
          aria-haspopup="dialog"
          [attr.aria-label]="messages.t('smart.edit', { words: words() })"
          [title]="words()"
          (click)="edit()"
        >
          {{ words() }}
        </button>
        <button type="button" [attr.aria-label]="messages.t('smart.remove')" (click)="changed.emit(undefined)">
          <ts-icon name="x" [size]="12" />
        </button>
      </span>
    } @else {
      <button
        type="button"
        class="chip chip-add"
        aria-haspopup="dialog"
        [title]="messages.t('smart.help')"
        (click)="edit()"
      >
        <ts-icon name="plus" [size]="13" />
        {{ messages.t('smart.add') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      max-width: 100%;
    }
    .chip {
      max-width: 100%;
    }
    .chip > .words {
      display: block;
      width: auto;
      max-width: 420px;
      height: auto;
      text-align: left;
    }
    .chip > .words:hover {
      background: none;
      text-decoration: underline;
    }
    @media (max-width: 599.98px) {
      .chip > .words {
        max-width: 240px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SmartListControl {
  private readonly dialogs = inject(Dialogs);
  private readonly smartWords = inject(SmartWords);

  readonly messages = inject(Messages);
  readonly list = input.required<SmartList | undefined>();
  readonly changed = output<SmartList | undefined>();

  readonly words = computed(() => {
    const list = this.list();
    return list ? this.smartWords.of(list) : '';
  });

  constructor() {
    effect(() => {
      if (this.list()) untracked(() => void this.smartWords.prepare());
    });
  }

  async edit(): Promise<void> {
    const answer = await this.dialogs.open<SmartListAnswer, SmartList | undefined>(
      SmartListDialog,
      this.list(),
      'wide',
    );
    if (answer) this.changed.emit(answer.smartList);
  }
}
