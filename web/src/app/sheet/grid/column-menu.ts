import { CdkMenu, CdkMenuItem, CdkMenuItemRadio } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Sort } from '@tallysheet/contract';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import type { ColumnCommand } from '../model/column-command';
import type { GridColumn } from './grid-column';

/** What can be done to a column: sort, pin, move, hide. The name column can only be sorted by. */
@Component({
  selector: 'ts-column-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemRadio, Icon],
  templateUrl: './column-menu.html',
  styles: `
    .help {
      max-width: 264px;
      padding: 6px 8px 8px;
      border-bottom: 1px solid var(--line-subtle);
      margin-bottom: 4px;
      font-size: 12.5px;
      line-height: 17px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnMenu {
  readonly columnId = input.required<string>();
  readonly column = input.required<GridColumn | null>();
  readonly direction = input.required<Sort['direction'] | null>();
  readonly showHelp = input(false);
  readonly commanded = output<ColumnCommand>();

  readonly messages = inject(Messages);
  readonly sorts = computed(() => {
    const kind = { count: 'number', rate: 'number', number: 'number', points: 'number', instant: 'date', text: 'text' }[
      this.column()?.unit ?? 'text'
    ] as SortKind;
    return [
      { direction: 'desc', label: this.messages.t(`sheet.sort.${kind}.desc`), icon: 'arrow-down' },
      { direction: 'asc', label: this.messages.t(`sheet.sort.${kind}.asc`), icon: 'arrow-up' },
    ] as const;
  });

  /** What a comparison adds goes where its column goes. */
  readonly ownColumn = computed(() => (this.column()?.of === undefined ? this.column() : null));

  sort(direction: Sort['direction'] | null): void {
    this.commanded.emit({ kind: 'sort', columnId: this.columnId(), direction });
  }

  pin(pinned: boolean): void {
    this.commanded.emit({ kind: 'pin', columnId: this.columnId(), pinned });
  }

  move(places: -1 | 1): void {
    this.commanded.emit({ kind: 'move', columnId: this.columnId(), places });
  }

  hide(): void {
    this.commanded.emit({ kind: 'hide', columnId: this.columnId() });
  }
}

type SortKind = 'number' | 'date' | 'text';
