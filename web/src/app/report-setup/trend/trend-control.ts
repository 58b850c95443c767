import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import type { ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type Trend, TRENDS } from '@tallysheet/contract';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';

/** Whether each day, week or month has columns of its own. A click lets one choose. */
@Component({
  selector: 'ts-trend',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  template: `
    <button
      type="button"
      class="chip"
      [class.chip-add]="!trend()"
      [title]="messages.t(possible() ? 'setup.trend.help' : 'setup.trend.not-here')"
      [cdkMenuTriggerFor]="menu"
      [cdkMenuPosition]="positions"
    >
      @if (trend()) {
        <span class="chip-label">{{ messages.t('setup.trend') }}</span>
        {{ shown() }}
        <ts-icon name="chevron-down" [size]="13" />
      } @else {
        <ts-icon name="plus" [size]="13" />
        {{ messages.t('setup.trend') }}
      }
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @for (each of choices(); track each.text) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="each.trend === trend()"
            [cdkMenuItemDisabled]="!possible() && each.trend !== undefined"
            (cdkMenuItemTriggered)="changed.emit(each.trend)"
          >
            {{ each.text }}
            <ts-icon class="menu-tick" name="check" [size]="15" />
          </button>
        }
        @if (!possible()) {
          <p class="hint">{{ messages.t('setup.trend.not-here') }}</p>
        }
      </div>
    </ng-template>
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
    .hint {
      max-width: 220px;
      padding: 6px 8px;
      color: var(--text-muted);
      font-size: 12px;
      line-height: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendControl {
  readonly messages = inject(Messages);
  readonly trend = input.required<Trend | undefined>();
  /** Whether the numbers of the rows are kept by time. */
  readonly possible = input.required<boolean>();
  readonly changed = output<Trend | undefined>();

  /** On a phone the chip may stand at the right edge. */
  readonly positions: ConnectedPosition[] = (['start', 'end'] as const).map((side) => ({
    ...{ originX: side, originY: 'bottom', overlayX: side, overlayY: 'top', offsetY: 4 },
  }));
  readonly shown = computed(() => this.choices().find(({ trend }) => trend === this.trend())?.text);
  readonly choices = computed(() => [
    { trend: undefined, text: this.messages.t('setup.trend.off') },
    ...TRENDS.map((trend) => ({ trend, text: this.messages.t(`setup.trend.${trend}`) })),
  ]);
}
