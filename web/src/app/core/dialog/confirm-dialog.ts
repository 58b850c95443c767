import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Messages } from '../messages';
import { DialogFrame } from './dialog-frame';

export interface ConfirmQuestion {
  title: string;
  text: string;
  /** The verb that does it. */
  confirm: string;
  /** Marks what takes something away. */
  danger?: boolean;
}

/** A question with two answers: leave it, or do it. */
@Component({
  selector: 'ts-confirm-dialog',
  imports: [DialogFrame],
  template: `
    <ts-dialog [heading]="question.title">
      <p>{{ question.text }}</p>
      <ng-container dialogFooter>
        <button type="button" class="btn btn-quiet" (click)="dialog.close(false)">
          {{ messages.t('shell.cancel') }}
        </button>
        <button
          type="button"
          class="btn"
          [class.btn-filled]="!question.danger"
          [class.btn-danger]="question.danger"
          (click)="dialog.close(true)"
        >
          {{ question.confirm }}
        </button>
      </ng-container>
    </ts-dialog>
  `,
  styles: 'p { color: var(--text-muted); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  readonly question = inject<ConfirmQuestion>(DIALOG_DATA);
  readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  readonly messages = inject(Messages);
}
