import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { Toasts } from '../../core/toasts';

/** Copies a text, and says so. */
@Component({
  selector: 'ts-copy-button',
  imports: [Icon],
  template: `
    <button type="button" class="icon-btn icon-btn-sm" [attr.aria-label]="label()" [title]="label()" (click)="copy()">
      <ts-icon name="copy" [size]="14" />
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyButton {
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  private readonly messages = inject(Messages);

  readonly label = input.required<string>();
  readonly text = input.required<string>();

  copy(): void {
    const done = this.clipboard.copy(this.text());
    this.toasts.show({ text: this.messages.t(done ? 'data.copied' : 'data.not-copied') });
  }
}
