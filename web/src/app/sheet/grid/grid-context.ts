import type { Signal } from '@angular/core';
import type { Sort } from '@tallysheet/contract';
import type { Cell } from '../model/cell-facts';
import type { GridRow } from '../model/sheet-rows';
import type { ColumnCommand } from '../model/column-command';
import type { GridColumn } from './grid-column';

/** What headers and cells read of the sheet, and what they ask of it: the grid's own `context`. */
export interface GridContext {
  column(columnId: string): GridColumn | undefined;
  nameLabel: Signal<string>;
  sort: Signal<Sort | null>;
  focused: Signal<Cell | null>;
  /** Whether a header is tapped, so that its menu carries the help that cannot be hovered. */
  touch: Signal<boolean>;
  command(command: ColumnCommand): void;
  toggle(rowId: string): void;
  open(row: GridRow): void;
  /** The address that opens an email's preview, for a link that can be opened in another tab. */
  addressOf(assetId: string): string;
  text: GridTexts;
}

/** Words that plain cells need. */
export interface GridTexts {
  expand(name: string): string;
  collapse(name: string): string;
  summary(): string;
}
