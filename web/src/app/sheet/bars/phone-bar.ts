import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, output } from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ShellState } from '../../shell/shell-state';

/** On a phone, the sheet's tools within reach of the thumb; they take the place of the frame's own bar. */
@Component({
  selector: 'ts-phone-bar',
  imports: [Icon],
  template: `
    <button type="button" (click)="chooseTime.emit()">
      <ts-icon name="calendar-days" [size]="20" />{{ messages.t('sheet.time-frame') }}
    </button>
    <button #columns type="button" (click)="chooseColumns.emit(columns)">
      <ts-icon name="columns" [size]="20" />{{ messages.t('sheet.columns') }}
    </button>
    <button type="button" [disabled]="exporting()" (click)="export.emit()">
      <ts-icon name="download" [size]="20" />{{ messages.t('sheet.export') }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      flex: none;
      grid-auto-columns: 1fr;
      grid-auto-flow: column;
      height: 64px;
      padding-bottom: 6px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-sheet);
    }
    button {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 3px;
      color: var(--text-muted);
      font-size: 11.5px;
      line-height: 14px;
      font-weight: var(--weight-medium);
    }
    ts-icon {
      color: var(--icon-default);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhoneBar {
  readonly messages = inject(Messages);
  readonly exporting = input(false);
  readonly chooseTime = output<void>();
  readonly chooseColumns = output<HTMLElement>();
  readonly export = output<void>();

  constructor() {
    inject(ShellState).holdBar(inject(DestroyRef));
  }
}
