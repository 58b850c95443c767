import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Messages } from '../../core/messages';

/** After a few seconds: that the count goes on, and a way to end it. */
@Component({
  selector: 'ts-still-counting',
  template: `
    <span>{{ messages.t('sheet.still-counting') }}</span>
    <button type="button" class="btn btn-sm" (click)="cancelled.emit()">{{ messages.t('shell.cancel') }}</button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 14px;
      height: 44px;
      padding: 0 8px 0 16px;
      border-radius: 9px;
      background: var(--surface-raised);
      box-shadow: var(--elev-2);
      font-size: 13px;
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StillCounting {
  readonly messages = inject(Messages);
  readonly cancelled = output<void>();
}
