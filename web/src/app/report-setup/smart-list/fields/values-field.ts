import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AttributeType, AttributeValueCount } from '@tallysheet/contract';
import { Formats } from '../../../core/formats';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import type { Scalar } from '../model/operators';
import { parseValue, writeValue } from '../model/typed-value';
import { SuggestField } from './suggest-field';

/** Any number of values, each typed and entered or chosen from those that are frequent. */
@Component({
  selector: 'ts-values-field',
  imports: [Icon, SuggestField],
  template: `
    <div class="input-wrap" [class.input-error]="invalid()">
      @for (value of values(); track value) {
        <span class="token">
          <span class="truncate" [title]="written(value)">{{ written(value) }}</span>
          <button
            type="button"
            [attr.aria-label]="messages.t('smart.values.remove', { value: written(value) })"
            (click)="remove(value); field.focus()"
          >
            <ts-icon name="x" [size]="12" />
          </button>
        </span>
      }
      <ts-suggest-field
        #field
        [inputId]="inputId()"
        [label]="messages.t('smart.values')"
        [suggestions]="suggestions()"
        [placeholder]="messages.t(values().length > 0 ? 'smart.values.more' : 'smart.values.add')"
        [invalid]="invalid()"
        [describedBy]="describedBy()"
        [free]="true"
        (chosen)="add($event)"
        (entered)="add($event)"
        (erased)="removeLast()"
      />
    </div>
  `,
  styleUrl: './values-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValuesField {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly inputId = input.required<string>();
  readonly values = input.required<readonly Scalar[]>();
  readonly type = input.required<AttributeType>();
  readonly frequent = input.required<readonly AttributeValueCount[]>();
  readonly invalid = input(false);
  readonly describedBy = input<string>();
  readonly changed = output<Scalar[]>();

  /** The frequent values that are not chosen yet, with how many people have each. */
  readonly suggestions = computed(() => {
    const known = new Map<string, number>();
    // Several moments of one day are that day.
    for (const { value, people } of this.frequent()) {
      const text = this.written(value);
      known.set(text, (known.get(text) ?? 0) + people);
    }
    for (const value of this.values()) known.delete(this.written(value));
    return [...known].map(([label, people]) => ({ id: label, label, detail: this.formats.count(people) }));
  });

  written(value: Scalar): string {
    return writeValue(value, this.type(), this.messages.language());
  }

  add(text: string): void {
    // What cannot be read stays as it is typed, and is said to be wrong.
    const value = parseValue(text, this.type(), this.messages.language()) ?? text;
    if (!this.values().includes(value)) this.changed.emit([...this.values(), value]);
  }

  remove(value: Scalar): void {
    this.changed.emit(this.values().filter((other) => other !== value));
  }

  removeLast(): void {
    if (this.values().length > 0) this.changed.emit(this.values().slice(0, -1));
  }
}
