import { inject, Injectable } from '@angular/core';
import type { ProgramFiguresRead } from '@tallysheet/contract';
import { Dialogs } from '../core/dialog/dialogs';
import { Messages } from '../core/messages';
import { Toasts } from '../core/toasts';
import { ProgramFiguresDialog, type ProgramToEdit } from './program-figures-dialog';

/** What can be done with a program from anywhere; each says what happened. */
@Injectable({ providedIn: 'root' })
export class ProgramActions {
  private readonly dialogs = inject(Dialogs);
  private readonly messages = inject(Messages);
  private readonly toasts = inject(Toasts);

  /** Asks for costs and success. Open sheets follow by themselves, as they do when events come in. */
  async editFigures(program: ProgramToEdit): Promise<void> {
    const saved = await this.dialogs.open<ProgramFiguresRead, ProgramToEdit>(ProgramFiguresDialog, program, 'small');
    if (saved) this.toasts.show({ text: this.messages.t('program.figures.saved', { name: program.name }) });
  }
}
