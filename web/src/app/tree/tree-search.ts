import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { TreeState } from './tree-state';

/** The search above the tree: it filters in place, Esc clears it, ↓ goes on into the tree. */
@Component({
  selector: 'ts-tree-search',
  imports: [Icon],
  template: `
    <label class="input-wrap search">
      <ts-icon name="search" [size]="14" />
      <input
        #field
        type="search"
        autocomplete="off"
        spellcheck="false"
        [placeholder]="messages.t('tree.search-short')"
        [attr.aria-label]="messages.t('tree.search')"
        [value]="state.search()"
        (input)="state.search.set(field.value)"
        (keydown.escape)="state.search.set('')"
        (keydown.arrowdown)="$event.preventDefault(); down.emit()"
      />
      @if (state.search()) {
        <button
          type="button"
          class="icon-btn icon-btn-xs"
          [attr.aria-label]="messages.t('tree.search-clear')"
          (click)="state.search.set(''); field.focus()"
        >
          <ts-icon name="x" [size]="13" />
        </button>
      }
    </label>
  `,
  styles: `
    .search {
      padding: 0 4px 0 8px;
      box-shadow: inset 0 0 0 1px var(--line-strong);
      font-size: var(--text-sm);
    }
    @media (pointer: coarse) {
      .search {
        font-size: 15px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TreeSearch {
  readonly messages = inject(Messages);
  readonly state = inject(TreeState);
  readonly down = output<void>();
}
