import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { SheetLive } from '../sheet-live';

/** When the numbers were counted, whether they follow what comes in, and the switch that keeps them as they are. */
@Component({
  selector: 'ts-sheet-stamp',
  template: `
    <span class="dot" [class.dot-live]="state() === 'live'"></span>
    <span class="subtle num">{{ messages.t('sheet.stamp', { time: time(), state: state() }) }}</span>
    <label class="freeze" [title]="messages.t('sheet.freeze.hint')">
      <input
        type="checkbox"
        role="switch"
        class="switch switch-sm"
        [checked]="live.frozen()"
        (change)="live.setFrozen(!live.frozen())"
      />
      {{ messages.t('sheet.freeze') }}
    </label>
    <span class="newer" role="status">
      @if (live.frozen() && live.behind()) {
        {{ messages.t('sheet.newer') }}
        <button type="button" class="link" (click)="live.refresh()">
          {{ messages.t('sheet.newer.refresh') }}
        </button>
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      gap: 8px;
      white-space: nowrap;
    }
    .dot:not(.dot-live) {
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: var(--line-control);
    }
    .freeze {
      display: flex;
      align-items: center;
      gap: 6px;
      margin-left: 4px;
      cursor: pointer;
    }
    .newer:empty {
      display: none;
    }
    .newer {
      color: var(--text-default);
    }
    .newer button {
      margin-left: 4px;
      color: var(--accent-text);
      font-weight: var(--weight-semibold);
    }
    .newer button:hover {
      text-decoration: underline;
    }
    @media (max-width: 599.98px) {
      :host {
        flex-basis: 100%;
        flex-wrap: wrap;
        min-height: 32px;
      }
      .freeze {
        min-height: 32px;
        margin-left: auto;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetStamp {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly live = inject(SheetLive);
  readonly computedAt = input.required<string>();
  readonly timeZone = input.required<string>();

  readonly time = computed(() => this.formats.clock(this.computedAt(), this.timeZone()));
  readonly state = computed(() => {
    if (this.live.frozen()) return 'frozen';
    return this.live.connected() ? 'live' : 'waiting';
  });
}
