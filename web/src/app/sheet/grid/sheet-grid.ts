import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import type { CellValue, Sort } from '@tallysheet/contract';
import { comparedId } from '@tallysheet/report-model';
import { AgGridAngular } from 'ag-grid-angular';
import type {
  CellClickedEvent,
  CellFocusedEvent,
  CellKeyDownEvent,
  ColumnMovedEvent,
  ColumnResizedEvent,
  FullWidthCellKeyDownEvent,
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  RowClassRules,
  RowHeightParams,
  ViewportChangedEvent,
} from 'ag-grid-community';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import type { Cell } from '../model/cell-facts';
import type { WantedPeople } from '../people/people-panel';
import { isChange } from '../model/compared-columns';
import { isAsset, type GridRow, NAME_COLUMN } from '../model/sheet-rows';
import { columnDefs, NUMBER_COLUMN } from './column-defs';
import type { ColumnCommand } from '../model/column-command';
import { type GridColumn, naturalWidth } from './grid-column';
import type { GridContext } from './grid-context';
import { gridMetrics } from './grid-metrics';
import './grid-modules';
import { gridTheme } from './grid-theme';

const ROWS_AHEAD = 100;
const NAME_WIDTH = { wide: 212, links: 460, phone: 176 };

/** The sheet as a grid: letters, headings, rows that fold, and the total that stays at its foot. */
@Component({
  selector: 'ts-sheet-grid',
  imports: [AgGridAngular],
  templateUrl: './sheet-grid.html',
  styleUrls: ['./sheet-grid.css', './phone-grid.css'],
  encapsulation: ViewEncapsulation.None,
  host: { '[class.phone]': 'phone()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetGrid {
  private readonly formats = inject(Formats);
  private readonly messages = inject(Messages);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly api = signal<GridApi<GridRow> | null>(null);

  readonly rows = input.required<readonly GridRow[]>();
  readonly total = input.required<GridRow | null>();
  readonly columns = input.required<readonly GridColumn[]>();
  readonly nameLabel = input.required<string>();
  readonly nameWidth = input<number>();
  /** Whether it lists links, whose addresses need room. */
  readonly links = input(false);
  /** How many of what the sheet lists, beside the word total. */
  readonly summary = input('');
  readonly sort = input<Sort | null>(null);
  readonly timeZone = input.required<string>();
  readonly phone = input(false);
  readonly touch = input(false);
  readonly focused = input<Cell | null>(null);
  readonly addressOf = input.required<(assetId: string) => string>();

  readonly commanded = output<ColumnCommand>();
  readonly toggled = output<string>();
  readonly opened = output<GridRow>();
  readonly cellFocused = output<Cell>();
  /** A number whose people are to be shown. */
  readonly peopleWanted = output<WantedPeople>();
  /** The last rows are in sight, or nearly. */
  readonly endNeared = output<void>();
  readonly resized = output<{ columnId: string; width: number }>();
  readonly reordered = output<string[]>();

  readonly theme = gridTheme;
  readonly metrics = computed(() => gridMetrics(this.phone()));
  readonly gridRows = computed(() => [...this.rows()]);
  readonly totalRows = computed(() => {
    const total = this.total();
    return total ? [total] : [];
  });
  readonly defs = computed(() =>
    columnDefs(
      this.columns().map((column) => ({ ...column, width: column.width ?? this.widths()[column.id] })),
      {
        phone: this.phone(),
        nameWidth: this.phone()
          ? NAME_WIDTH.phone
          : (this.nameWidth() ?? (this.links() ? NAME_WIDTH.links : NAME_WIDTH.wide)),
        format: (value, column) => this.format(value, column),
      },
    ),
  );

  private readonly byId = computed(() => new Map(this.columns().map((column) => [column.id, column])));
  /** Kept apart from the numbers, so that a sheet counted anew moves no column that still fits. */
  private readonly widths = computed<Record<string, number>>(
    () =>
      Object.fromEntries(this.columns().map((column) => [column.id, naturalWidth(column, this.widestText(column))])),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  readonly context: GridContext = {
    column: (columnId) => this.byId().get(columnId),
    nameLabel: this.nameLabel,
    sort: this.sort,
    focused: this.focused,
    touch: this.touch,
    command: (command) => this.commanded.emit(command),
    toggle: (rowId) => this.toggled.emit(rowId),
    open: (row) => this.opened.emit(row),
    addressOf: (assetId) => this.addressOf()(assetId),
    text: {
      expand: (name) => this.messages.t('sheet.expand', { name }),
      collapse: (name) => this.messages.t('sheet.collapse', { name }),
      summary: () => this.summary(),
    },
  };

  readonly rowId = ({ data }: GetRowIdParams<GridRow>): string => data.id;
  readonly rowHeight = ({ node }: RowHeightParams<GridRow>): number =>
    node.rowPinned ? this.metrics().total : this.metrics().row;
  readonly rowClasses: RowClassRules<GridRow> = {
    group: ({ data }) => (data?.childCount ?? 0) > 0,
    nested: ({ data }) => (data?.level ?? 0) > 0,
  };

  constructor() {
    effect(() => {
      const label = this.messages.t('sheet.label');
      if (this.api()) this.table()?.setAttribute('aria-label', label);
    });
    effect(() => {
      this.focused();
      this.api()?.refreshCells({ columns: [NUMBER_COLUMN], force: true });
    });
    // Other words or another zone change how values are written, not the values, which is all that the grid sees.
    effect(() => {
      this.messages.language();
      this.timeZone();
      this.summary();
      this.phone();
      this.api()?.refreshCells({ force: true });
    });
  }

  ready({ api }: GridReadyEvent<GridRow>): void {
    this.api.set(api);
    this.callTree();
  }

  /** The grid has rows of one level only and calls itself so whenever its columns change; ours are a tree. */
  callTree(): void {
    this.table()?.setAttribute('role', 'treegrid');
  }

  focusCell({ column, rowIndex, rowPinned }: CellFocusedEvent<GridRow>): void {
    if (rowIndex === null || column === null || typeof column === 'string') return;
    const row = rowPinned ? this.total() : this.rows()[rowIndex];
    const columnId = column.getColId();
    if (row && row.kind !== 'bone' && columnId !== NUMBER_COLUMN) this.cellFocused.emit({ rowId: row.id, columnId });
  }

  /** The grid keeps the cursor at its place; when the rows have moved beneath it, it goes with its own. */
  keepCursor(): void {
    const api = this.api();
    const at = api?.getFocusedCell();
    const rowIndex = this.rows().findIndex(({ id }) => id === this.focused()?.rowId);
    if (!api || !at || at.rowPinned || rowIndex < 0 || rowIndex === at.rowIndex) return;
    if (this.host.contains(this.host.ownerDocument.activeElement)) api.setFocusedCell(rowIndex, at.column);
  }

  /** Asks for what follows before the reader comes to the end. */
  look({ lastRow }: ViewportChangedEvent<GridRow>): void {
    if (lastRow >= this.rows().length - ROWS_AHEAD) this.endNeared.emit();
  }

  /** On a name, Enter does what a click does, open an email or fold; the space bar folds whatever has rows beneath. */
  key({ event, ...cell }: CellKeyDownEvent<GridRow> | FullWidthCellKeyDownEvent<GridRow>): void {
    if (!(event instanceof KeyboardEvent) || !('column' in cell)) return;
    if (cell.column.getColId() !== NAME_COLUMN) {
      if (event.key === 'Enter') this.wantPeople(cell.data, cell.column.getColId(), true);
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const row = cell.data;
    if (!row || row.kind === 'total' || row.kind === 'bone') return;
    event.preventDefault();
    const folds = row.childCount > 0;
    if (folds && (event.key === ' ' || !isAsset(row))) this.toggled.emit(row.id);
    else if (isAsset(row)) this.opened.emit(row);
  }

  /** On a phone a tap shows the cell in full first. */
  click({ data, column }: CellClickedEvent<GridRow>): void {
    if (!this.phone()) this.wantPeople(data, column.getColId(), false);
  }

  private wantPeople(row: GridRow | undefined, columnId: string, byKeyboard: boolean): void {
    const unit = this.byId().get(columnId)?.unit;
    if (!row || typeof row.values[columnId] !== 'number' || (unit !== 'count' && unit !== 'rate')) return;
    this.peopleWanted.emit({ rowId: row.id, columnId, byKeyboard });
  }

  moved({ api, finished, source }: ColumnMovedEvent<GridRow>): void {
    if (!finished || source !== 'uiColumnMoved') return;
    const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
    this.reordered.emit(ids.filter((id) => this.byId().get(id)?.of === undefined && this.byId().has(id)));
  }

  resize({ finished, source, columns }: ColumnResizedEvent<GridRow>): void {
    if (!finished || source !== 'uiColumnResized') return;
    for (const column of columns ?? [])
      this.resized.emit({ columnId: column.getColId(), width: column.getActualWidth() });
  }

  private table(): Element | null {
    return this.host.querySelector('[role=grid], [role=treegrid]');
  }

  /** The total's figure, and of a change what a row may well come to, with its arrow. */
  private widestText(column: GridColumn): string {
    const values = this.total()?.values ?? {};
    const value = values[column.id];
    const text = value === undefined ? '' : this.format(value, column);
    if (!isChange(column)) return text;
    const likely = { rate: 1, points: 0.1 }[column.unit as string] ?? values[comparedId(column.of!, 'other')] ?? null;
    const other = this.format(likely, column);
    return `${text.length > other.length ? text : other} ▲`;
  }

  private format(value: CellValue, column: GridColumn): string {
    if (isChange(column)) return this.formats.change(value, column.unit);
    return this.formats.value(value, column.unit, this.timeZone());
  }
}
