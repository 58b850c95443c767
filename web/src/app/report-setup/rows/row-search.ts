import { ChangeDetectionStrategy, Component, inject, input, type OnDestroy, output } from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';

const TYPED_MS = 300;

/** Finds rows by their names: a moment after the last key, at once on Enter; Esc shows all again. */
@Component({
  selector: 'ts-row-search',
  imports: [Icon],
  template: `
    <div class="input-wrap" role="search">
      <ts-icon name="search" [size]="13" />
      <input
        #field
        type="search"
        maxlength="200"
        autocomplete="off"
        [value]="search() ?? ''"
        [attr.placeholder]="messages.t('setup.rows.search')"
        [attr.aria-label]="messages.t('setup.rows.search')"
        (input)="type(field.value)"
        (keydown.enter)="find(field.value)"
        (keydown.escape)="find(''); field.value = ''"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      flex: 0 1 124px;
      min-width: 104px;
    }
    .input-wrap {
      gap: 6px;
      height: 26px;
      padding: 0 8px;
      border-radius: var(--radius-sm);
      font-size: 12.5px;
    }
    @media (max-width: 599.98px) {
      :host {
        flex: none;
        width: 164px;
      }
      .input-wrap {
        height: 34px;
        font-size: 13.5px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowSearch implements OnDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly messages = inject(Messages);
  readonly search = input.required<string | undefined>();
  readonly changed = output<string | undefined>();

  type(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(text), TYPED_MS);
  }

  find(text: string): void {
    clearTimeout(this.timer);
    const search = text.trim() || undefined;
    if (search !== this.search()) this.changed.emit(search);
  }

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }
}
