import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { RejectedEntry, RetryResult } from '@tallysheet/contract';
import { hasMessage } from '@tallysheet/messages';
import { Api } from '../../core/api';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';

type Fault = Pick<RejectedEntry, 'code' | 'field' | 'detail'>;

/** Shows a rejected row as it came, lets it be mended, and reads it again until it is in. */
@Component({
  selector: 'ts-repair-dialog',
  imports: [DialogFrame, Icon],
  template: `
    <form (submit)="retry($event)" novalidate>
      <ts-dialog [heading]="messages.t('data.rejected.repair-heading')">
        <p class="notice notice-negative" role="alert"><ts-icon name="circle-alert" />{{ told() }}</p>
        <div class="field">
          <label class="field-label" for="repair-raw">{{ messages.t('data.row-as-it-came') }}</label>
          <textarea
            id="repair-raw"
            class="input"
            rows="9"
            maxlength="10000"
            spellcheck="false"
            cdkFocusInitial
            [value]="row.raw"
            #text
            (input)="raw.set(text.value)"
          ></textarea>
          <p class="field-hint">{{ messages.t('data.rejected.repair-hint') }}</p>
        </div>
        <ng-container dialogFooter>
          <button type="button" class="btn btn-quiet" (click)="dialog.close()">{{ messages.t('shell.cancel') }}</button>
          <button type="submit" class="btn btn-filled" [disabled]="busy() || raw().trim() === ''">
            {{ messages.t('data.rejected.retry') }}
          </button>
        </ng-container>
      </ts-dialog>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      min-height: 0;
      max-height: inherit;
    }
    textarea {
      height: auto;
      padding: 8px 10px;
      font-family: var(--font-mono, monospace);
      font-size: 12px;
      line-height: 18px;
      resize: vertical;
    }
    .field {
      margin-top: 14px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RepairDialog {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  readonly messages = inject(Messages);
  readonly row = inject<RejectedEntry>(DIALOG_DATA);
  readonly dialog = inject<DialogRef<RetryResult>>(DialogRef);

  readonly raw = signal(this.row.raw);
  readonly busy = signal(false);
  private readonly fault = signal<Fault>(this.row);
  private readonly problem = signal<unknown>(null);

  /** Why it is not in: what is wrong with the text, or why the server could not try. */
  readonly told = computed(() => {
    const problem = this.problem();
    if (problem) return this.problems.of(problem);
    const { code, field, detail } = this.fault();
    const key = `reject.${code}`;
    const reason = hasMessage(key) ? this.messages.t(key) : code;
    return [reason, field, detail].filter(Boolean).join(': ');
  });

  async retry(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const result = await this.api.repairRejected(this.row.id, this.raw());
      this.problem.set(null);
      if (result.fault) this.fault.set(result.fault as Fault);
      else this.dialog.close(result);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
