import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ApiProblem } from '../../core/api-problem';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';

/** In place of the sheet: what failed, what is still safe, and another try. */
@Component({
  selector: 'ts-sheet-error',
  imports: [Icon],
  template: `
    <div class="state" role="alert">
      <h2 class="state-title">{{ messages.t('sheet.error.title') }}</h2>
      <p class="state-text">{{ words() }} {{ messages.t('sheet.error.safe') }}</p>
      <div class="state-actions">
        <button type="button" class="btn btn-filled" (click)="again.emit()">
          <ts-icon name="refresh" [size]="15" />
          {{ messages.t('shell.try-again') }}
        </button>
        @if (details().length > 0) {
          <button type="button" class="btn" [attr.aria-expanded]="open()" (click)="open.set(!open())">
            {{ messages.t('sheet.error.details') }}
          </button>
        }
      </div>
      @if (open()) {
        <dl class="state-request num">
          @for (detail of details(); track detail) {
            <dd>{{ detail }}</dd>
          }
        </dl>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetError {
  private readonly problemText = inject(ProblemText);

  readonly messages = inject(Messages);
  readonly problem = input.required<unknown>();
  readonly again = output<void>();

  readonly open = signal(false);
  readonly words = computed(() => this.problemText.of(this.problem()));
  readonly details = computed(() => {
    const problem = this.problem();
    if (!(problem instanceof ApiProblem)) return [];
    const request = problem.requestId && this.messages.t('shell.request', { id: problem.requestId });
    const code = problem.status > 0 ? `${problem.status} ${problem.code}` : problem.code;
    return [request, [code, problem.path].filter(Boolean).join(' · ')].filter((line) => line !== '');
  });
}
