import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ApiProblem } from '../core/api-problem';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';

/** Stands where an email would be: why it is not there, and a way to try again. */
@Component({
  selector: 'ts-preview-failed',
  template: `
    <div class="state" role="alert">
      <h3 class="state-title">{{ messages.t('preview.failed') }}</h3>
      <p class="state-text">{{ problems.of(error()) }}</p>
      <div class="state-actions">
        <button type="button" class="btn" (click)="retry.emit()">{{ messages.t('shell.try-again') }}</button>
      </div>
      @if (requestId(); as id) {
        <p class="state-request">{{ messages.t('shell.request', { id }) }}</p>
      }
    </div>
  `,
  styles: ':host { display: block; flex: 1; min-height: 0; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewFailed {
  readonly error = input.required<unknown>();
  readonly retry = output<void>();

  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly requestId = computed(() => {
    const error = this.error();
    return error instanceof ApiProblem ? error.requestId : '';
  });
}
