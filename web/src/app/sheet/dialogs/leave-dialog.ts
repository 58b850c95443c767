import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Messages } from '../../core/messages';

/** What is to become of unsaved changes; without an answer the reader stays. */
export type LeaveAnswer = 'save' | 'discard' | 'stay';

/** Asks before a page with unsaved changes is left. */
@Component({
  selector: 'ts-leave-dialog',
  imports: [DialogFrame],
  template: `
    <ts-dialog [heading]="name">
      <p class="muted">{{ messages.t('sheet.leave.text') }}</p>
      <ng-container dialogFooter>
        <button type="button" class="btn btn-quiet" (click)="dialog.close('stay')">
          {{ messages.t('sheet.leave.stay') }}
        </button>
        <button type="button" class="btn btn-danger" (click)="dialog.close('discard')">
          {{ messages.t('sheet.discard') }}
        </button>
        <button type="button" class="btn btn-filled" (click)="dialog.close('save')">
          {{ messages.t('shell.save') }}
        </button>
      </ng-container>
    </ts-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {
  readonly messages = inject(Messages);
  readonly name = inject<string>(DIALOG_DATA);
  readonly dialog = inject<DialogRef<LeaveAnswer>>(DialogRef);
}
