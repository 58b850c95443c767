import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { TimeBasis } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { Popover } from '../popover';
import { type Calendar, daysOf, presetOf, type TimeChoice } from './time-choice';
import { TimeFramePicker } from './time-frame-picker';

/** The period in force: its name, its days, its zone and by which date. A click opens the picker. */
@Component({
  selector: 'ts-time-frame',
  imports: [Icon, Popover, TimeFramePicker],
  template: `
    <button
      #control
      type="button"
      class="time-frame"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <ts-icon name="calendar-days" [size]="15" />
      <b>{{ name() }}</b>
      <span class="days">{{ days() }}</span>
      <span class="time-frame-sub">{{ rule() }}</span>
      <ts-icon name="chevron-down" [size]="13" />
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('setup.time-frame')" [width]="704" (closed)="open.set(false)">
        <ts-time-frame-picker
          [choice]="choice()"
          [calendar]="calendar()"
          [bases]="bases()"
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
    @container sheet (max-width: 479.98px) {
      .days,
      .time-frame-sub {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeFrameControl {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly choice = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  readonly bases = input.required<readonly TimeBasis[]>();
  readonly changed = output<TimeChoice>();

  readonly open = signal(false);
  readonly name = computed(() => this.messages.t(`setup.preset.${presetOf(this.choice().timeFrame)}`));
  readonly days = computed(() => {
    const { first, last } = daysOf(this.choice().timeFrame, this.calendar(), this.choice().timeZone);
    return first === null || last === null
      ? this.messages.t('setup.since-first-send')
      : this.formats.dayRange(first, last);
  });
  readonly rule = computed(() =>
    this.messages.t(`setup.rule.${this.choice().timeBasis}`, {
      zone: this.choice().timeZone ?? this.calendar().timeZone,
    }),
  );

  apply(choice: TimeChoice): void {
    this.open.set(false);
    this.changed.emit(choice);
  }
}
