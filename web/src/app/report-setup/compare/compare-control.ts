import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Compare } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { Popover } from '../popover';
import type { Calendar, TimeChoice } from '../time-frame/time-choice';
import { comparedDays } from './compare-days';
import { ComparePicker } from './compare-picker';

/** The period that the numbers stand beside, by its days. A click lets one choose another, or none. */
@Component({
  selector: 'ts-compare',
  imports: [ComparePicker, Icon, Popover],
  template: `
    <button
      #control
      type="button"
      class="chip"
      [class.chip-add]="!compare()"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      [title]="hint()"
      (click)="open.set(true)"
    >
      @if (compare()) {
        <span class="chip-label">{{ messages.t('setup.compare.with') }}</span>
        <span class="num">{{ days() }}</span>
        <ts-icon name="chevron-down" [size]="13" />
      } @else {
        <ts-icon name="plus" [size]="13" />
        {{ messages.t('setup.compare') }}
      }
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('setup.compare')" [width]="420" (closed)="open.set(false)">
        <ts-compare-picker
          [compare]="compare()"
          [time]="time()"
          [calendar]="calendar()"
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
    .chip:not(.chip-add) {
      padding-right: 7px;
    }
    .chip:not(.chip-add):is(:hover, [aria-expanded='true']) {
      background: linear-gradient(var(--surface-hover), var(--surface-hover)) var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompareControl {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly compare = input.required<Compare | undefined>();
  readonly time = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  readonly changed = output<Compare | undefined>();

  readonly open = signal(false);
  readonly days = computed(() => {
    const compare = this.compare();
    const days = compare && comparedDays(compare, this.time(), this.calendar());
    return days ? this.formats.dayRange(days.first, days.last) : '';
  });
  readonly hint = computed(() => {
    const compare = this.compare();
    if (!compare) return this.messages.t('setup.compare.help');
    return this.messages.t(`setup.compare.${typeof compare.to === 'string' ? compare.to : 'custom'}`);
  });

  apply(compare: Compare | undefined): void {
    this.open.set(false);
    this.changed.emit(compare);
  }
}
