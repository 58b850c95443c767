import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import type { RuleDraft } from '../model/rule-draft';
import { SmartListEditor } from '../smart-list-editor';
import { ActivityRule } from './activity-rule';
import { AttributeRule } from './attribute-rule';
import { ListRule } from './list-rule';

/** One rule with what removes it, and what is wrong with it beneath. Alt and an arrow key move it. */
@Component({
  selector: 'ts-rule-line',
  imports: [ActivityRule, AttributeRule, Icon, ListRule],
  template: `
    @if (attribute(); as rule) {
      <ts-attribute-rule [key]="draft().key" [rule]="rule" [error]="error()" />
    } @else if (activity(); as rule) {
      <ts-activity-rule [key]="draft().key" [rule]="rule" [error]="error()" />
    } @else if (list(); as rule) {
      <ts-list-rule [key]="draft().key" [rule]="rule" [error]="error()" />
    }
    <button
      type="button"
      class="icon-btn icon-btn-sm"
      [attr.aria-label]="messages.t('smart.remove-rule', { number: number() })"
      [title]="messages.t('smart.remove-rule', { number: number() })"
      (click)="editor.remove(draft().key)"
    >
      <ts-icon name="x" [size]="15" />
    </button>
    <span class="field-error" role="alert" [id]="'rule-' + draft().key + '-error'">{{ error()?.words }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      align-items: flex-start;
    }
    .icon-btn {
      margin-top: 2px;
    }
    .field-error {
      flex-basis: 100%;
    }
    .field-error:not(:empty) {
      padding-top: 3px;
    }
    @media (pointer: coarse) {
      .icon-btn {
        margin-top: 4px;
      }
    }
  `,
  host: {
    role: 'group',
    '[attr.aria-label]': "messages.t('smart.rule', { number: number() })",
    '[attr.data-rule]': 'draft().key',
    '(keydown.alt.arrowUp)': 'move($event, -1)',
    '(keydown.alt.arrowDown)': 'move($event, 1)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleLine {
  readonly editor = inject(SmartListEditor);
  readonly messages = inject(Messages);
  readonly draft = input.required<RuleDraft>();
  /** Its place in its group, from 1. */
  readonly number = input.required<number>();

  readonly error = computed(() => this.editor.errors().get(this.draft().key));
  readonly attribute = computed(() => {
    const { rule } = this.draft();
    return 'attribute' in rule ? rule : null;
  });
  readonly activity = computed(() => {
    const { rule } = this.draft();
    return 'did' in rule ? rule : null;
  });
  readonly list = computed(() => {
    const { rule } = this.draft();
    return 'list' in rule ? rule : null;
  });

  move(event: Event, by: -1 | 1): void {
    // There the same keys open the list of choices.
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    this.editor.move(this.draft().key, by);
  }
}
