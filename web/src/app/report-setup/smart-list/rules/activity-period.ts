import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { TimeFrame } from '@tallysheet/contract';
import { Formats } from '../../../core/formats';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import { WorkspaceStore } from '../../../core/workspace';
import { Popover } from '../../popover';
import type { Calendar, TimeChoice } from '../../time-frame/time-choice';
import { TimeFramePicker } from '../../time-frame/time-frame-picker';

/** When an activity was: at any time, or in a period of its own. */
@Component({
  selector: 'ts-activity-period',
  imports: [Icon, Popover, TimeFramePicker],
  template: `
    <button
      #control
      type="button"
      class="chip"
      [class.chip-add]="!timeFrame()"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <ts-icon name="calendar-days" [size]="14" />
      {{ words() }}
      <ts-icon name="chevron-down" [size]="13" />
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('smart.when')" [width]="704" (closed)="open.set(false)">
        <ts-time-frame-picker
          [choice]="choice()"
          [calendar]="calendar()"
          [bases]="[]"
          (applied)="apply($event)"
          (cancelled)="open.set(false)"
        />
      </ts-popover>
    }
  `,
  styleUrl: './activity-chip.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityPeriod {
  private readonly formats = inject(Formats);
  private readonly workspace = inject(WorkspaceStore);

  readonly messages = inject(Messages);
  readonly timeFrame = input.required<TimeFrame | undefined>();
  readonly changed = output<TimeFrame | undefined>();

  readonly open = signal(false);
  readonly choice = computed<TimeChoice>(() => ({
    timeFrame: this.timeFrame() ?? { preset: 'all-time' },
    timeBasis: 'activity',
    timeZone: undefined,
  }));
  readonly calendar = computed<Calendar>(() => ({
    timeZone: this.workspace.timeZone(),
    weekStart: this.workspace.settings()?.weekStart ?? 'monday',
    now: Date.now(),
  }));
  readonly words = computed(() => {
    const frame = this.choice().timeFrame;
    return 'preset' in frame
      ? this.messages.t(`smart.when.${frame.preset}`)
      : this.formats.dayRange(frame.from, frame.to);
  });

  apply({ timeFrame }: TimeChoice): void {
    this.open.set(false);
    this.changed.emit('preset' in timeFrame && timeFrame.preset === 'all-time' ? undefined : timeFrame);
  }
}
