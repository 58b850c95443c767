import { ChangeDetectionStrategy, Component, inject, input, model, output } from '@angular/core';
import { Messages } from '../../core/messages';
import { RenameField } from '../../tree/rename-field';

/** The report's name; a click edits it where it stands. */
@Component({
  selector: 'ts-report-title',
  imports: [RenameField],
  template: `
    @if (editing()) {
      <ts-rename-field [name]="name()" [label]="messages.t('sheet.name')" (finished)="end($event)" />
    } @else {
      <h1 class="truncate">
        <button
          type="button"
          class="truncate"
          [title]="messages.t('sheet.rename-hint', { name: name() })"
          (click)="editing.set(true)"
        >
          {{ name() }}
        </button>
      </h1>
    }
  `,
  styles: `
    :host {
      display: flex;
      min-width: 0;
    }
    ts-rename-field {
      width: min(420px, 50vw);
      font-size: 17px;
      font-weight: var(--weight-semibold);
      letter-spacing: -0.018em;
    }
    h1 {
      margin-left: -5px;
      font-size: 17px;
      line-height: 24px;
      font-weight: var(--weight-semibold);
      letter-spacing: -0.018em;
    }
    button {
      display: block;
      max-width: 100%;
      padding: 0 5px;
      border-radius: var(--radius-xs);
    }
    button:hover {
      background: var(--surface-hover);
    }
    @media (max-width: 599.98px) {
      h1 {
        font-size: 15.5px;
        line-height: 20px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportTitle {
  readonly messages = inject(Messages);
  readonly name = input.required<string>();
  readonly editing = model(false);
  readonly renamed = output<string>();

  end(name: string | null): void {
    this.editing.set(false);
    const trimmed = name?.trim();
    if (trimmed && trimmed !== this.name()) this.renamed.emit(trimmed);
  }
}
