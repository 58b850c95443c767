import { Dialog } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type ConfirmQuestion } from './confirm-dialog';
import { dialogTitleId } from './dialog-title-id';

export type DialogSize = 'small' | 'medium' | 'wide';
const WIDTHS: Record<DialogSize, string> = { small: '420px', medium: '560px', wide: '760px' };

/** Opens dialogs: a component whose template is a `ts-dialog`, and the question with two buttons. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private opened = 0;

  /** Opens a component as a dialog and answers what it closed with; undefined when it was dismissed. */
  open<R, D = unknown>(
    component: ComponentType<unknown>,
    data?: D,
    size: DialogSize = 'medium',
  ): Promise<R | undefined> {
    const id = `dialog-${++this.opened}`;
    const dialog = this.dialog.open<R, D>(component, {
      id,
      ariaLabelledBy: dialogTitleId(id),
      data,
      width: WIDTHS[size],
      maxWidth: 'calc(100vw - 24px)',
      maxHeight: 'calc(100dvh - 48px)',
      panelClass: 'dialog-panel',
      backdropClass: 'dialog-scrim',
      autoFocus: 'first-tabbable',
      restoreFocus: true,
    });
    return firstValueFrom(dialog.closed);
  }

  /** Asks before something is done; true only if the reader says so. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    return (await this.open<boolean, ConfirmQuestion>(ConfirmDialog, question, 'small')) === true;
  }
}
