import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import {
  type AssetFilter,
  type CatalogueColumn,
  CHANNELS,
  type Compare,
  type ReportTypeInfo,
  type QueryLevel,
  type SmartList,
  type TimeBasis,
  type Trend,
  type TreeNodeKind,
} from '@tallysheet/contract';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { AssetFilterControl } from './asset-filter/asset-filter-control';
import { CompareControl } from './compare/compare-control';
import { type Field, filterChips, type Home, isAtHome, withHome, withoutFilter } from './filter-chips';
import { RowSearch } from './rows/row-search';
import { RowsControl } from './rows/rows-control';
import { SmartListControl } from './smart-list/smart-list-control';
import { SwitchChip } from './switch-chip';
import type { Calendar, TimeChoice } from './time-frame/time-choice';
import { TimeFrameControl } from './time-frame/time-frame-control';
import { TrendControl } from './trend/trend-control';

/** What the sheet is about, in one line: the period first, then its rows, then one chip for each filter. */
@Component({
  selector: 'ts-chip-bar',
  imports: [
    AssetFilterControl,
    CompareControl,
    Icon,
    RowsControl,
    RowSearch,
    SmartListControl,
    SwitchChip,
    TimeFrameControl,
    TrendControl,
  ],
  templateUrl: './chip-bar.html',
  styleUrl: './chip-bar.css',
  host: { class: 'chips' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChipBar {
  private readonly workspace = inject(WorkspaceStore);
  private readonly timeFrame = viewChild.required(TimeFrameControl);

  readonly messages = inject(Messages);
  readonly time = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  readonly compare = input.required<Compare | undefined>();
  readonly trend = input<Trend | undefined>();
  readonly canTrend = input.required<boolean>();
  readonly bases = input.required<readonly TimeBasis[]>();
  readonly home = input.required<Home | null>();
  readonly filter = input.required<AssetFilter | undefined>();
  readonly smartList = input<SmartList | undefined>();
  /** What the rows are, and of which type; none as long as that is not known. */
  readonly rows = input.required<readonly QueryLevel[]>();
  readonly type = input.required<ReportTypeInfo | null>();
  readonly lostAt = input.required<(levels: readonly QueryLevel[]) => readonly CatalogueColumn[]>();
  readonly top = input<number | undefined>();
  readonly search = input<string | undefined>();
  readonly humanOnly = input.required<boolean>();
  readonly hideDeletedPeople = input.required<boolean>();
  readonly timeChanged = output<TimeChoice>();
  readonly compareChanged = output<Compare | undefined>();
  readonly trendChanged = output<Trend | undefined>();
  readonly filterChanged = output<AssetFilter | undefined>();
  readonly smartListChanged = output<SmartList | undefined>();
  readonly topChanged = output<number | undefined>();
  readonly searchChanged = output<string | undefined>();
  readonly rowsChanged = output<readonly QueryLevel[]>();
  readonly humanOnlyChanged = output<boolean>();
  readonly hideDeletedPeopleChanged = output<boolean>();

  /** What was sent can be filtered; people are counted whatever they were sent. */
  readonly ofMessages = computed(() => this.type()?.counts !== 'people');
  readonly addsUp = computed(() => this.type()?.addsUp ?? false);
  readonly atHome = computed(() => {
    const home = this.home();
    return home !== null && isAtHome(this.filter(), home);
  });
  readonly homeName = computed(() => {
    const home = this.home();
    return home ? (this.workspace.find(home.kind, home.id)?.name ?? '') : '';
  });
  readonly chips = computed(() => filterChips(this.filter(), this.home(), (field, id) => this.nameOf(field, id)));

  /** Opens the picker of the period, wherever it was asked for. */
  openTimeFrame(): void {
    this.timeFrame().open.set(true);
  }

  widen(home: Home, narrow: boolean): void {
    if (narrow !== this.atHome()) this.filterChanged.emit(withHome(this.filter(), home, narrow));
  }

  remove(field: Field): void {
    this.filterChanged.emit(withoutFilter(this.filter(), field));
  }

  private nameOf(field: Field, id: string): string {
    if (field === 'channels') {
      const channel = CHANNELS.find((known) => known === id);
      return channel ? this.messages.t(`setup.channel.${channel}`) : id;
    }
    if (!Object.hasOwn(KINDS, field)) return id;
    return (
      KINDS[field as keyof typeof KINDS]
        .map((kind) => this.workspace.find(kind, id)?.name)
        .find((name) => name !== undefined) ?? id
    );
  }
}

/** Which entries of the tree a filter names. */
const KINDS: Record<'programs' | 'folders' | 'campaigns' | 'assets', readonly TreeNodeKind[]> = {
  programs: ['program'],
  folders: ['folder'],
  campaigns: ['campaign'],
  assets: CHANNELS,
};
