import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { AttributeType } from '@tallysheet/contract';
import { Messages } from '../../../core/messages';
import { parseValue, writeValue } from '../model/typed-value';

/** One number or day to be typed; what cannot be read is kept as it is typed. */
@Component({
  selector: 'ts-value-field',
  template: `
    <input
      #field
      class="input num"
      type="text"
      autocomplete="off"
      spellcheck="false"
      maxlength="100"
      [id]="inputId()"
      [value]="shown()"
      [attr.placeholder]="placeholder()"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="invalid() ? true : null"
      [attr.aria-describedby]="describedBy() ?? null"
      (input)="type(field.value)"
      (change)="settle(field)"
    />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueField {
  readonly messages = inject(Messages);
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string | number>();
  readonly valueType = input.required<AttributeType>();
  readonly invalid = input(false);
  readonly describedBy = input<string>();
  readonly changed = output<string | number>();

  readonly placeholder = computed(() =>
    this.valueType() === 'date' ? this.messages.t('setup.date.placeholder') : null,
  );
  /** What is typed stands as long as it means the value; another value from elsewhere is written anew. */
  readonly shown = linkedSignal<string | number, string>({
    source: () => this.value(),
    computation: (value, before) =>
      before !== undefined && this.read(before.value) === value ? before.value : this.write(value),
  });

  type(text: string): void {
    this.shown.set(text);
    this.changed.emit(this.read(text));
  }

  /** A day that was typed in another way is written as days are written here. */
  settle(field: HTMLInputElement): void {
    this.shown.set(this.write(this.value()));
    field.value = this.shown();
  }

  private read(text: string): string | number {
    return parseValue(text, this.valueType(), this.messages.language()) ?? text.trim();
  }

  private write(value: string | number): string {
    return writeValue(value, this.valueType(), this.messages.language());
  }
}
