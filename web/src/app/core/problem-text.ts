import { inject, Injectable } from '@angular/core';
import { hasMessage } from '@tallysheet/messages';
import { ApiProblem } from './api-problem';
import { Messages } from './messages';

/** What a failed call says to the reader: in their language where the code is known, else in the server's words. */
@Injectable({ providedIn: 'root' })
export class ProblemText {
  private readonly messages = inject(Messages);

  of(error: unknown): string {
    if (!(error instanceof ApiProblem)) return this.messages.t('error.internal');
    // The server wrote `detail` in this language already, with the facts of the case.
    if (error.detail) return error.detail;
    const key = `error.${error.code}`;
    return hasMessage(key) ? this.messages.t(key, error.params) : this.messages.t('error.internal');
  }
}
