import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from './icon';
import { Messages } from './messages';
import { Toasts } from './toasts';

/** Where the toast appears; the live region stays in the page so that each new text is read out. */
@Component({
  selector: 'ts-toast-host',
  imports: [Icon],
  template: `
    <div class="region" role="status" aria-live="polite">
      @if (toasts.current(); as toast) {
        <div
          class="toast"
          (mouseenter)="toasts.pause()"
          (mouseleave)="toasts.resume()"
          (focusin)="toasts.pause()"
          (focusout)="toasts.resume()"
        >
          <ts-icon name="circle-check" />
          <span class="text">{{ toast.text }}</span>
          @if (toast.action; as action) {
            <button type="button" class="action" (click)="toasts.act(toast)">{{ action.label }}</button>
          }
          <button type="button" class="close" [attr.aria-label]="messages.t('shell.close')" (click)="toasts.dismiss()">
            <ts-icon name="x" [size]="14" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .region {
      position: fixed;
      z-index: 1100;
      inset: auto 0 24px;
      display: grid;
      place-items: center;
      padding: 0 16px;
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 44px;
      max-width: min(440px, 100%);
      padding: 4px 8px 4px 16px;
      border-radius: 9px;
      background: var(--surface-inverse);
      color: var(--text-inverse);
      box-shadow: var(--elev-2);
      font-size: 13px;
      pointer-events: auto;
      animation: rise var(--dur-2) var(--ease-out);
    }
    .toast > ts-icon,
    .close {
      color: var(--text-inverse-muted);
    }
    .text {
      flex: 1;
      padding: 0 6px;
      overflow-wrap: anywhere;
    }
    .action {
      height: 30px;
      padding: 0 10px;
      border-radius: 6px;
      font-weight: var(--weight-semibold);
      white-space: nowrap;
    }
    .close {
      display: grid;
      place-items: center;
      width: 28px;
      height: 28px;
      border-radius: 6px;
    }
    .action:hover,
    .close:hover {
      background: color-mix(in srgb, var(--text-inverse) 12%, transparent);
    }
    .action:focus-visible,
    .close:focus-visible {
      outline: 2px solid var(--text-inverse);
      outline-offset: -2px;
      box-shadow: none;
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }
    @media (max-width: 599.98px) {
      .region {
        bottom: 80px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastHost {
  readonly toasts = inject(Toasts);
  readonly messages = inject(Messages);
}
