import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { AssetFilter } from '@tallysheet/contract';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { Popover } from '../popover';
import { AssetFilterPicker } from './asset-filter-picker';

/** Opens the choice of what the report is about. What is chosen stands beside it, each as a chip of its own. */
@Component({
  selector: 'ts-asset-filter',
  imports: [AssetFilterPicker, Icon, Popover],
  template: `
    <button
      #control
      type="button"
      class="chip chip-add"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <ts-icon name="plus" [size]="13" />
      {{ messages.t('setup.assets') }}
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('setup.assets')" [width]="440" (closed)="open.set(false)">
        <ts-asset-filter-picker [filter]="filter()" (applied)="apply($event)" (cancelled)="open.set(false)" />
      </ts-popover>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssetFilterControl {
  readonly messages = inject(Messages);
  readonly filter = input.required<AssetFilter | undefined>();
  readonly changed = output<AssetFilter | undefined>();
  readonly open = signal(false);

  apply(filter: AssetFilter | undefined): void {
    this.open.set(false);
    this.changed.emit(filter);
  }
}
