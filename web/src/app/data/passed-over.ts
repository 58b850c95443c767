import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { ImportResult } from '@tallysheet/contract';
import { Formats } from '../core/formats';
import { Messages } from '../core/messages';

/** The kinds of rows that a file also has and that no report counts. */
@Component({
  selector: 'ts-passed-over',
  template: `
    <h2 class="card-title">{{ messages.t('data.passed-over-title') }}</h2>
    <ul>
      @for (kind of kinds(); track kind.type) {
        <li>
          <span class="truncate" [title]="kind.name">{{ kind.name }}</span>
          <span class="num">{{ formats.count(kind.count) }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 8px 18px;
      border-top: 1px solid var(--line-subtle);
      font-size: 12.5px;
      line-height: 18px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PassedOver {
  readonly kinds = input.required<ImportResult['passedOver']>();

  readonly messages = inject(Messages);
  readonly formats = inject(Formats);
}
