import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { CatalogueColumn, ReportTypeInfo, RowLevel } from '@tallysheet/contract';
import { goTogether, kindAt } from '@tallysheet/report-model';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ROW_ICONS } from './row-icons';
import { RowWords } from './row-words';

/** The server's own limit of `top`. */
const MOST_ROWS = 10_000;

/** Chooses what there is a row for, and what stands beneath it. Nothing counts before Apply. */
@Component({
  selector: 'ts-rows-picker',
  imports: [Icon],
  templateUrl: './rows-picker.html',
  styleUrl: './rows-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowsPicker {
  private readonly words = inject(RowWords);

  readonly messages = inject(Messages);
  readonly levels = input.required<readonly RowLevel[]>();
  readonly type = input.required<ReportTypeInfo>();
  /** Which columns on the sheet rows of these levels cannot show. */
  readonly lostAt = input.required<(levels: readonly RowLevel[]) => readonly CatalogueColumn[]>();
  readonly top = input<number | undefined>();
  readonly topChanged = output<number | undefined>();
  readonly applied = output<readonly RowLevel[]>();
  readonly cancelled = output<void>();

  readonly choices = computed(() =>
    this.type().groupings.map((level) => ({
      level,
      icon: ROW_ICONS[kindAt(level, this.type().channel)],
      name: this.words.name(level, this.type().channel),
    })),
  );
  readonly outer = linkedSignal(() => this.levels()[0]);
  private readonly wantedInner = linkedSignal(() => this.levels()[1]);
  /** Not every level stands beneath every other; what was chosen comes back once the outer one is another. */
  readonly inner = computed(() => {
    const wanted = this.wantedInner();
    return wanted && this.canStandBeneath(wanted) ? wanted : undefined;
  });
  readonly chosen = computed(() => [this.outer(), this.inner()].filter((level) => level !== undefined));
  readonly usual = computed(() => this.chosen().join() === this.type().rowLevels.join());
  /** What the chosen rows would cost, in words. */
  readonly warning = computed(() => {
    const lost = this.lostAt()(this.chosen());
    const level = this.chosen().find((one) => lost[0]?.missingAt.includes(one));
    if (level === undefined) return '';
    return this.messages.t('setup.rows.lost', {
      count: lost.length,
      level: this.words.within(level, this.type().channel),
      columns: lost.map(({ label }) => label).join(', '),
    });
  });

  readonly wantedTop = linkedSignal(() => this.top()?.toString() ?? '');
  readonly topFault = computed(() => {
    const typed = this.wantedTop().trim();
    return typed !== '' && !(/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_ROWS);
  });

  canStandBeneath(level: RowLevel): boolean {
    const outer = this.outer();
    return level !== outer && (outer === undefined || goTogether(outer, level));
  }

  chooseInner(level: RowLevel | undefined): void {
    this.wantedInner.set(level);
  }

  submit(event: Event): void {
    event.preventDefault();
    if (this.topFault()) return;
    const top = Number(this.wantedTop()) || undefined;
    if (top !== this.top()) this.topChanged.emit(top);
    this.applied.emit(this.chosen());
  }
}
