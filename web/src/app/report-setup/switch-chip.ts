import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Icon } from '../core/icon';
import type { IconName } from '../core/icons';
import { Messages } from '../core/messages';

/** A filter that is on or off: a chip to remove while it is on, an offer to add it while it is not. */
@Component({
  selector: 'ts-switch-chip',
  imports: [Icon],
  template: `
    @if (on()) {
      <span class="chip" [title]="help()">
        <ts-icon [name]="icon()" [size]="14" />
        {{ label() }}
        <button
          type="button"
          [attr.aria-label]="messages.t('setup.filter.remove', { filter: label() })"
          (click)="changed.emit(false)"
        >
          <ts-icon name="x" [size]="12" />
        </button>
      </span>
    } @else {
      <button type="button" class="chip chip-add" [title]="help()" (click)="changed.emit(true)">
        <ts-icon name="plus" [size]="13" />
        {{ label() }}
      </button>
    }
  `,
  styles: ':host { display: contents }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SwitchChip {
  readonly messages = inject(Messages);
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
  readonly help = input.required<string>();
  readonly on = input.required<boolean>();
  readonly changed = output<boolean>();
}
