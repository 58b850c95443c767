import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  OTHERS,
  type AssetFilter,
  type CatalogueColumn,
  type Compare,
  type Compared,
  type ReportQuery,
  type QueryLevel,
  type Trend,
} from '@tallysheet/contract';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { ChipBar } from '../report-setup/chip-bar';
import { ColumnChooser } from '../report-setup/columns/column-chooser';
import type { Home } from '../report-setup/filter-chips';
import { Popover } from '../report-setup/popover';
import { RowWords } from '../report-setup/rows/row-words';
import type { Calendar, TimeChoice } from '../report-setup/time-frame/time-choice';
import { mediaMatches, PHONE, TOUCH } from '../report-setup/viewport';
import { CellBar } from './bars/cell-bar';
import { FormulaBar } from './bars/formula-bar';
import { PhoneBar } from './bars/phone-bar';
import { StatusBar } from './bars/status-bar';
import { gridColumns } from './grid/grid-column';
import { SheetGrid } from './grid/sheet-grid';
import { type Cell, cellFacts } from './model/cell-facts';
import { type ColumnCommand, obey } from './model/column-command';
import { comparedColumns, withCompare, withTimeFrame } from './model/compared-columns';
import { layoutOf, toggleCollapsed, withColumnLayout, withColumns } from './model/layout-changes';
import { defaultColumnIds } from './model/report-definition';
import { areUsual, columnsLostAt, withRows } from './model/row-levels';
import { boneRows, type GridRow, NAME_COLUMN, totalRow, withoutValues } from './model/sheet-rows';
import { canTrend, trendColumnsOf, withTrend } from './model/trend-columns';
import { CalculatedEditing } from './calculated-editing';
import type { WantedPeople } from './people/people-panel';
import { ReportStore } from './report-store';
import { SheetEmpty } from './states/sheet-empty';
import { SheetError } from './states/sheet-error';
import { StillCounting } from './states/still-counting';

const BONES = 14;

/** The sheet of a report with its bars: what it is about above, where its numbers come from, and what it says of itself below. */
@Component({
  selector: 'ts-report-sheet',
  imports: [
    CellBar,
    ChipBar,
    ColumnChooser,
    FormulaBar,
    Icon,
    PhoneBar,
    Popover,
    SheetEmpty,
    SheetError,
    SheetGrid,
    StatusBar,
    StillCounting,
  ],
  templateUrl: './report-sheet.html',
  styleUrl: './report-sheet.css',
  providers: [CalculatedEditing],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportSheet {
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly rowWords = inject(RowWords);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);
  private readonly chipBar = viewChild(ChipBar);

  readonly calculating = inject(CalculatedEditing);
  readonly messages = inject(Messages);
  readonly store = inject(ReportStore);
  readonly phone = mediaMatches(PHONE);
  readonly touch = mediaMatches(TOUCH);

  readonly exporting = input(false);
  readonly opened = output<{ assetId: string; rowId: string }>();
  readonly peopleWanted = output<WantedPeople>();
  readonly exported = output<void>();

  readonly cell = signal<Cell | null>(null);
  /** The control the column chooser was opened from, while it is open. */
  readonly chooserOrigin = signal<HTMLElement | null>(null);

  readonly query = computed(() => this.store.definition()?.query);
  readonly bases = computed(() => this.store.type()?.timeBases ?? []);
  readonly calendar = computed<Calendar>(() => ({
    timeZone: this.workspace.timeZone(),
    weekStart: this.workspace.settings()?.weekStart ?? 'monday',
    now: Date.parse(this.store.sheet()?.computedAt ?? '') || Date.now(),
  }));
  readonly time = computed<TimeChoice | null>(() => {
    const query = this.query();
    const [basis, ...others] = this.bases();
    // A type that is counted in one basis only is so whatever the report asks for.
    const timeBasis = others.length === 0 && basis ? basis : (query?.timeBasis ?? 'sent');
    return query ? { timeFrame: query.timeFrame, timeBasis, timeZone: query.timeZone } : null;
  });
  readonly home = computed<Home | null>(() => {
    const { programId = null, folderId = null } = this.store.definition() ?? {};
    if (programId !== null) return { kind: 'program', id: programId };
    return folderId === null ? null : { kind: 'folder', id: folderId };
  });
  /** What a comparison and a trend put beside a column. */
  private readonly beside = computed(() => (column: CatalogueColumn) => {
    const { compare, trend } = this.query() ?? {};
    const compared = (said: Compared | 'points') => this.messages.t(`setup.compared.${said}`);
    const inTrend = (help: string) => `${this.messages.t('setup.trend.column')} ${help}`;
    return [
      ...(compare ? comparedColumns(column, this.messages.language(), compared) : []),
      ...(trend ? trendColumnsOf(column, this.store.sheet(), inTrend) : []),
    ];
  });
  readonly canTrend = computed(() => canTrend(this.store.levels()));
  readonly columns = computed(() => {
    const definition = this.store.definition();
    const type = this.store.type();
    return definition && type ? gridColumns(definition, type, this.beside()) : [];
  });
  /** Those that one chooses: what a comparison or a trend adds stands beside them. */
  readonly ownColumns = computed(() => this.columns().filter(({ of }) => of === undefined));
  readonly calculated = computed(() => new Set(this.query()?.calculatedColumns?.map(({ id }) => id)));
  readonly available = computed(() => {
    const shown = new Set(this.store.columns());
    const levels = this.store.levels();
    const others =
      this.store
        .type()
        ?.columns.filter(({ id, missingAt }) => !shown.has(id) && !missingAt.some((level) => levels.includes(level))) ??
      [];
    return others.map((column) => ({ ...column, letter: null, pinned: false }));
  });
  readonly nameWidth = computed(() => {
    const definition = this.store.definition();
    return definition ? layoutOf(definition, NAME_COLUMN).width : undefined;
  });
  readonly waiting = computed(() => this.store.wait() === 'shown' || this.store.wait() === 'long');
  /** Whether there are no numbers to show that answer the question. */
  readonly unanswered = computed(() => this.store.sheet() === null || this.store.stale());
  readonly failed = computed(() => (this.unanswered() ? this.store.sheetProblem() : null));
  readonly empty = computed(() => {
    const sheet = this.store.sheet();
    return sheet && !this.unanswered() && sheet.rows.length === 0 ? sheet : null;
  });
  readonly rows = computed<readonly GridRow[]>(() => {
    if (!this.store.stale() && this.store.sheet()) return this.store.rows();
    if (!this.waiting()) return [];
    const before = this.store.rows();
    return before.length > 0 ? withoutValues(before) : boneRows(BONES);
  });
  readonly total = computed(() => {
    const sheet = this.store.sheet();
    if (this.unanswered() && !this.waiting()) return null;
    return totalRow(this.messages.t('sheet.total'), this.unanswered() ? {} : (sheet?.total.values ?? {}));
  });
  readonly summary = computed(() =>
    this.unanswered() ? '' : this.rowWords.counts(this.store.sheet()?.rowCounts ?? []),
  );
  /** The heading of the names: the type's own words for its usual rows. */
  readonly nameLabel = computed(() => {
    const type = this.store.type();
    if (!type) return '';
    const levels = this.store.levels();
    return areUsual(levels, type) ? type.nameLabel : this.rowWords.heading(levels, type.channel);
  });
  readonly lostAt = (levels: readonly QueryLevel[]) => {
    const definition = this.store.definition();
    const type = this.store.type();
    return definition && type ? columnsLostAt(levels, definition, type) : [];
  };
  readonly facts = computed(() => {
    const cell = this.cell();
    const total = this.total();
    const row = cell?.rowId === 'total' ? total : this.rows().find(({ id }) => id === cell?.rowId);
    if (!cell || !row) return null;
    if (cell.columnId === NAME_COLUMN) return cellFacts(row, null, 'A');
    const column = this.columns().find(({ id }) => id === cell.columnId);
    return column ? cellFacts(row, column, column.letter) : null;
  });
  readonly addressOf = (assetId: string): string => {
    const tree = this.router.parseUrl(this.router.url);
    tree.queryParams = { ...tree.queryParams, email: assetId };
    return this.router.serializeUrl(tree);
  };

  constructor() {
    // A count that only failed to make the numbers fresher leaves them in sight and says so.
    effect(() => {
      const problem = this.store.sheetProblem();
      if (problem !== null && !this.unanswered()) this.toasts.show({ text: this.problems.of(problem) });
    });
    // Another report, another sheet: the cursor does not stay behind.
    effect(() => {
      this.store.id();
      this.cell.set(null);
    });
  }

  showPeople(): void {
    const cell = this.cell();
    if (cell) this.wantPeople({ ...cell, byKeyboard: true });
  }

  chooseTime(): void {
    this.chipBar()?.openTimeFrame();
  }

  /** Formulas and the row of all others have no list of their own. */
  wantPeople(wanted: WantedPeople): void {
    const { of, period } = this.columns().find(({ id }) => id === wanted.columnId) ?? {};
    const columnId = period === undefined ? wanted.columnId : of;
    const isCounted = this.store.type()?.columns.some(({ id }) => id === columnId);
    if (isCounted && wanted.rowId !== OTHERS) this.peopleWanted.emit(wanted);
  }

  setTime({ timeFrame, timeBasis, timeZone }: TimeChoice): void {
    this.store.change((definition) => {
      const moved = withTimeFrame(definition, timeFrame);
      return { ...moved, query: { ...moved.query, timeBasis, timeZone } };
    });
  }

  setCompare(compare: Compare | undefined): void {
    this.store.change((definition) => withCompare(definition, compare));
  }

  setTrend(trend: Trend | undefined): void {
    this.store.change((definition) => withTrend(definition, trend));
  }

  setFilter(assetFilter: AssetFilter | undefined): void {
    this.store.change((definition) => ({ ...definition, query: { ...definition.query, assetFilter } }));
  }

  setRows(levels: readonly QueryLevel[]): void {
    const type = this.store.type();
    if (type) this.store.change((definition) => withRows(definition, levels, type));
  }

  setQuery(change: Partial<ReportQuery>): void {
    this.store.change((definition) => ({ ...definition, query: { ...definition.query, ...change } }));
  }

  showAllTime(): void {
    this.store.change((definition) => withTimeFrame(definition, { preset: 'all-time' }));
  }

  command(command: ColumnCommand): void {
    const type = this.store.type();
    if (type) this.store.change((definition) => obey(command, definition, type));
  }

  toggle(rowId: string): void {
    this.store.change((definition) => toggleCollapsed(definition, rowId));
  }

  resize({ columnId, width }: { columnId: string; width: number }): void {
    this.store.change((definition) => withColumnLayout(definition, columnId, { width }));
  }

  async more(): Promise<void> {
    try {
      await this.store.more();
    } catch (problem) {
      this.toasts.show({ text: this.problems.of(problem) });
    }
  }

  setColumns(ids: string[]): void {
    this.store.change((definition) => withColumns(definition, ids));
  }

  editCalculated(id: string | undefined): void {
    this.chooserOrigin.set(null);
    void this.calculating.edit(id);
  }

  resetColumns(): void {
    const type = this.store.type();
    if (type) this.setColumns(defaultColumnIds(type));
  }
}
