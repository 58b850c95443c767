import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ListRule as Rule } from '@tallysheet/contract';
import { Messages } from '../../../core/messages';
import { SavedLists } from '../saved/saved-lists';
import { type RuleError, SmartListEditor } from '../smart-list-editor';

/** A rule over being in a list that was saved, or not. */
@Component({
  selector: 'ts-list-rule',
  template: `
    <select #not class="select" [attr.aria-label]="messages.t('smart.operator')" (change)="negate(not.value === 'not')">
      <option value="in" [selected]="!rule().not">{{ messages.t('smart.list.in') }}</option>
      <option value="not" [selected]="rule().not">{{ messages.t('smart.list.not-in') }}</option>
    </select>
    <select
      #list
      class="select wide"
      [attr.aria-label]="messages.t('smart.list')"
      [attr.aria-invalid]="error() ? true : null"
      [attr.aria-describedby]="error() ? 'rule-' + key() + '-error' : null"
      (change)="choose(list.value)"
    >
      @if (!known()) {
        <option [value]="rule().list" selected disabled>{{ unknownName() }}</option>
      }
      @for (each of lists.all() ?? []; track each.id) {
        <option [value]="each.id" [selected]="each.id === rule().list">{{ each.name }}</option>
      }
    </select>
  `,
  styleUrl: './rule-fields.css',
  styles: `
    .wide {
      grid-column: 2 / -1;
    }
    @media (max-width: 599.98px) {
      .wide {
        grid-column: 1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListRule {
  private readonly editor = inject(SmartListEditor);

  readonly lists = inject(SavedLists);
  readonly messages = inject(Messages);
  readonly key = input.required<number>();
  readonly rule = input.required<Rule>();
  readonly error = input.required<RuleError | undefined>();

  readonly known = computed(() => this.lists.find(this.rule().list) !== undefined);
  readonly unknownName = computed(() => {
    if (this.lists.all()?.length === 0) return this.messages.t('smart.list.none');
    return this.messages.t(this.rule().list === '' ? 'smart.list.choose' : 'smart.list.gone');
  });

  negate(not: boolean): void {
    const { list } = this.rule();
    this.editor.change(this.key(), not ? { list, not } : { list });
  }

  choose(list: string): void {
    this.editor.change(this.key(), { ...this.rule(), list });
  }
}
