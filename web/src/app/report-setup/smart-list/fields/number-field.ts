import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';

/** A small whole number to be typed; what is none arrives as NaN. */
@Component({
  selector: 'ts-number-field',
  template: `
    <input
      #field
      class="input num"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      maxlength="6"
      [id]="inputId()"
      [value]="shown()"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="invalid() ? true : null"
      [attr.aria-describedby]="describedBy() ?? null"
      (input)="type(field.value)"
    />
  `,
  styles: `
    :host {
      display: block;
      flex: none;
      width: 64px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberField {
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<number>();
  readonly invalid = input(false);
  readonly describedBy = input<string>();
  readonly changed = output<number>();

  /** What is typed stands as long as it means the value. */
  readonly shown = linkedSignal<number, string>({
    source: () => this.value(),
    computation: (value, before) =>
      before !== undefined && Object.is(read(before.value), value) ? before.value : String(value),
  });

  type(text: string): void {
    this.shown.set(text);
    this.changed.emit(read(text));
  }
}

function read(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
