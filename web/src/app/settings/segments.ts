import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { MessageKey } from '@tallysheet/messages';
import { Messages } from '../core/messages';

let made = 0;

/** A segmented control: one of two to four values, as radio buttons. */
@Component({
  selector: 'ts-segments',
  template: `
    <div class="segmented" role="radiogroup" [attr.aria-label]="label()">
      @for (option of options(); track option) {
        <label>
          <input type="radio" [name]="group" [checked]="option === value()" (change)="valueChange.emit(option)" />
          {{ messages.t(keys()[option]) }}
        </label>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Segments<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly T[]>();
  readonly keys = input.required<Readonly<Record<T, MessageKey>>>();
  readonly value = input.required<T>();
  readonly valueChange = output<T>();

  readonly messages = inject(Messages);
  readonly group = `segments-${(made += 1)}`;
}
