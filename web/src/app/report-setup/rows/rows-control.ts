import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { CatalogueColumn, ReportTypeInfo, QueryLevel } from '@tallysheet/contract';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { Popover } from '../popover';
import { RowWords } from './row-words';
import { RowsPicker } from './rows-picker';

/** What the rows of the sheet are, such as "Smart campaign → Email". A click lets one choose others. */
@Component({
  selector: 'ts-rows',
  imports: [Icon, Popover, RowsPicker],
  template: `
    <button
      #control
      type="button"
      class="chip"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <span class="chip-label">{{ messages.t('setup.rows') }}</span>
      @for (name of names(); track name) {
        @if (!$first) {
          <ts-icon name="arrow-right" [size]="12" /><span class="visually-hidden">{{
            messages.t('setup.rows.then')
          }}</span>
        }
        <span>{{ name }}</span>
      }
      @if (top(); as count) {
        <span class="chip-label">{{ messages.t('setup.rows.top', { count }) }}</span>
      }
      <ts-icon name="chevron-down" [size]="13" />
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('setup.rows')" [width]="480" (closed)="open.set(false)">
        <ts-rows-picker
          [levels]="levels()"
          [type]="type()"
          [lostAt]="lostAt()"
          [top]="top()"
          (topChanged)="topChanged.emit($event)"
          (applied)="apply($event)"
          (cancelled)="open.set(false)"
        />
      </ts-popover>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    .chip {
      padding-right: 7px;
    }
    .chip:hover,
    .chip[aria-expanded='true'] {
      background: linear-gradient(var(--surface-hover), var(--surface-hover)) var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowsControl {
  private readonly words = inject(RowWords);

  readonly messages = inject(Messages);
  readonly levels = input.required<readonly QueryLevel[]>();
  readonly type = input.required<ReportTypeInfo>();
  /** Which columns on the sheet rows of these levels cannot show. */
  readonly lostAt = input.required<(levels: readonly QueryLevel[]) => readonly CatalogueColumn[]>();
  /** How many rows of the first level are shown; all without it. */
  readonly top = input<number | undefined>();
  readonly topChanged = output<number | undefined>();
  readonly changed = output<readonly QueryLevel[]>();

  readonly open = signal(false);
  readonly names = computed(() => this.levels().map((level) => this.words.name(level, this.type().channel)));

  apply(levels: readonly QueryLevel[]): void {
    this.open.set(false);
    this.changed.emit(levels);
  }
}
