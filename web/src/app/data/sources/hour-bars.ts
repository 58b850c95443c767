import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SourceHour } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const HEIGHT = 28;
const STEP = 7;

/** What a source sent in each of the last 24 hours, as small bars; each says its hour and number. */
@Component({
  selector: 'ts-hour-bars',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + width + ' ' + height"
      [attr.width]="width"
      [attr.height]="height"
      role="img"
      [attr.aria-label]="label()"
    >
      @for (bar of bars(); track bar.x) {
        <rect
          [class.none]="bar.count === 0"
          [attr.x]="bar.x"
          [attr.y]="height - bar.height"
          width="5"
          [attr.height]="bar.height"
          rx="1"
        >
          <title>{{ bar.title }}</title>
        </rect>
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      line-height: 0;
    }
    rect {
      fill: var(--accent);
    }
    .none {
      fill: var(--line-strong);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HourBars {
  private readonly formats = inject(Formats);
  private readonly messages = inject(Messages);

  readonly hours = input.required<readonly SourceHour[]>();
  readonly now = input.required<number>();
  readonly width = HOURS * STEP - 2;
  readonly height = HEIGHT;

  readonly bars = computed(() => {
    const counts = new Map(this.hours().map(({ at, accepted, duplicates }) => [Date.parse(at), accepted + duplicates]));
    const last = Math.floor(this.now() / HOUR_MS) * HOUR_MS;
    const most = Math.max(1, ...counts.values());
    return Array.from({ length: HOURS }, (_, index) => {
      const at = last - (HOURS - 1 - index) * HOUR_MS;
      const count = counts.get(at) ?? 0;
      const height = count === 0 ? 1 : Math.max(2, Math.round((count / most) * HEIGHT));
      const title = this.messages.t('data.sources.hour', {
        hour: this.formats.instant(new Date(at).toISOString()),
        count: this.formats.count(count),
      });
      return { x: index * STEP, height, count, title };
    });
  });
  readonly label = computed(() => {
    const count = this.bars().reduce((sum, bar) => sum + bar.count, 0);
    return this.messages.t('data.sources.last-day', { count: this.formats.count(count) });
  });
}
