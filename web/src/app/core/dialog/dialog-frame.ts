import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../icon';
import { Messages } from '../messages';
import { dialogTitleId } from './dialog-title-id';

/**
 * The frame of a dialog: title and ×, its content, and a footer with the buttons (`dialogFooter`), quiet first.
 * Opened through {@link Dialogs}; Esc and × close it without an answer.
 */
@Component({
  selector: 'ts-dialog',
  imports: [Icon],
  template: `
    <header>
      <h2 [id]="titleId">{{ heading() }}</h2>
      <button type="button" class="icon-btn" [attr.aria-label]="messages.t('shell.close')" (click)="dialog.close()">
        <ts-icon name="x" />
      </button>
    </header>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[dialogFooter]" /></footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
      max-height: inherit;
    }
    header {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 16px 16px 8px 24px;
    }
    h2 {
      flex: 1;
      min-width: 0;
      font-size: 16px;
      line-height: 24px;
      font-weight: var(--weight-semibold);
      letter-spacing: -0.015em;
      overflow-wrap: anywhere;
    }
    .body {
      flex: 1;
      min-height: 0;
      padding: 4px 24px 20px;
      overflow: auto;
    }
    footer {
      display: flex;
      justify-content: flex-end;
      align-items: center;
      gap: 8px;
      padding: 14px 24px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-header);
    }
    @media (max-width: 599.98px) {
      header {
        padding-left: 20px;
      }
      .body {
        padding-inline: 20px;
      }
      footer {
        flex-wrap: wrap;
        padding: 12px 20px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFrame {
  readonly heading = input.required<string>();
  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  readonly titleId = dialogTitleId(this.dialog.id);
}
