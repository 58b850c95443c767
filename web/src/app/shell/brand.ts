import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Messages } from '../core/messages';

/** The mark, a tally of five, and beside it the name. */
@Component({
  selector: 'ts-brand',
  template: `
    <svg [attr.width]="size()" [attr.height]="size()" viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="7.5" fill="var(--accent)" />
      <g stroke="var(--on-accent)" stroke-width="2.4" stroke-linecap="round">
        <path d="M8 7.6v16.8M13.33 7.6v16.8M18.67 7.6v16.8M24 7.6v16.8" />
      </g>
      <path d="M3 20.6 29 11.4" stroke="var(--accent)" stroke-width="5.4" />
      <path d="M4.9 19.9 27.1 12.1" stroke="var(--on-accent)" stroke-width="2.4" stroke-linecap="round" />
    </svg>
    @if (named()) {
      <b>{{ messages.t('shell.product') }}</b>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 9px;
    }
    b {
      font-size: 15.5px;
      font-weight: var(--weight-bold);
      letter-spacing: -0.025em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {
  readonly size = input(24);
  readonly named = input(true);
  readonly messages = inject(Messages);
}
