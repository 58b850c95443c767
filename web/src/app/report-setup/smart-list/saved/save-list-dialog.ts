import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { SavedSmartList } from '@tallysheet/contract';
import { DialogFrame } from '../../../core/dialog/dialog-frame';
import { Messages } from '../../../core/messages';
import { ProblemText } from '../../../core/problem-text';

/** How a list is saved under a name; a refusal is shown where it belongs. */
export interface SaveListRequest {
  save(name: string): Promise<SavedSmartList>;
}

/** Asks under which name the rules are to be saved. */
@Component({
  selector: 'ts-save-list-dialog',
  imports: [DialogFrame],
  template: `
    <form novalidate (submit)="save($event)">
      <ts-dialog [heading]="messages.t('smart.save.title')">
        <div class="field">
          <label class="field-label" for="list-name">{{ messages.t('smart.save.name') }}</label>
          <input
            #field
            id="list-name"
            class="input"
            type="text"
            maxlength="255"
            autocomplete="off"
            aria-describedby="list-name-error"
            [value]="name()"
            [attr.aria-invalid]="error() !== null"
            (input)="rename(field.value)"
          />
          <span class="field-error" id="list-name-error" role="alert">{{ error() }}</span>
        </div>
        <ng-container dialogFooter>
          <button type="button" class="btn btn-quiet" (click)="dialog.close()">{{ messages.t('shell.cancel') }}</button>
          <button type="submit" class="btn btn-filled" [disabled]="busy()">{{ messages.t('shell.save') }}</button>
        </ng-container>
      </ts-dialog>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveListDialog {
  private readonly problems = inject(ProblemText);
  private readonly request = inject<SaveListRequest>(DIALOG_DATA);
  private readonly problem = signal<unknown>(null);
  private readonly tried = signal(false);

  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<SavedSmartList>>(DialogRef);
  readonly busy = signal(false);
  readonly name = signal('');
  readonly error = computed(() => {
    if (this.tried() && this.name().trim() === '') return this.messages.t('smart.save.name-missing');
    const problem = this.problem();
    return problem ? this.problems.of(problem) : null;
  });

  rename(name: string): void {
    this.problem.set(null);
    this.name.set(name);
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const name = this.name().trim();
    if (name === '' || this.busy()) return;
    this.busy.set(true);
    try {
      this.dialog.close(await this.request.save(name));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
