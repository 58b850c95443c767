import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import type { IHeaderGroupAngularComp } from 'ag-grid-angular';
import type { IHeaderGroupParams } from 'ag-grid-community';
import { NAME_COLUMN } from '../model/sheet-rows';
import type { GridContext } from './grid-context';

/** The letter above a column, marked while the cursor stands in that column. */
@Component({
  selector: 'ts-letter-header',
  template: '{{ letter() }}',
  host: { class: 'letter', '[class.letter-on]': 'on()', 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LetterHeader implements IHeaderGroupAngularComp {
  private readonly params = signal<IHeaderGroupParams<unknown, GridContext> | null>(null);
  private readonly columnId = computed(() => this.params()?.columnGroup.getLeafColumns()[0]?.getColId() ?? '');

  readonly letter = computed(() =>
    this.columnId() === NAME_COLUMN ? 'A' : (this.params()?.context.column(this.columnId())?.letter ?? ''),
  );
  readonly on = computed(() => this.letter() !== '' && this.params()?.context.focused()?.columnId === this.columnId());

  agInit(params: IHeaderGroupParams<unknown, GridContext>): void {
    this.params.set(params);
  }
}
