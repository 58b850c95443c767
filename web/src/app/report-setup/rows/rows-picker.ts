import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  isNamedLevel,
  type CatalogueColumn,
  type PersonAttribute,
  type QueryLevel,
  type ReportTypeInfo,
} from '@tallysheet/contract';
import { goTogether } from '@tallysheet/report-model';
import { Api } from '../../core/api';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { areUsual } from '../../sheet/model/row-levels';
import { AttributeUnit } from './attribute-unit';
import { choiceKey, rowChoices } from './row-choices';
import { RowWords } from './row-words';

/** The server's own limit of `top`. */
const MOST_ROWS = 10_000;

/** Chooses what there is a row for, and what stands beneath it. Nothing counts before Apply. */
@Component({
  selector: 'ts-rows-picker',
  imports: [AttributeUnit, Icon],
  templateUrl: './rows-picker.html',
  styleUrl: './rows-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowsPicker {
  private readonly api = inject(Api);
  private readonly words = inject(RowWords);

  readonly messages = inject(Messages);
  readonly levels = input.required<readonly QueryLevel[]>();
  readonly type = input.required<ReportTypeInfo>();
  /** Which columns on the sheet rows of these levels cannot show. */
  readonly lostAt = input.required<(levels: readonly QueryLevel[]) => readonly CatalogueColumn[]>();
  readonly top = input<number | undefined>();
  readonly topChanged = output<number | undefined>();
  readonly applied = output<readonly QueryLevel[]>();
  readonly cancelled = output<void>();

  private readonly attributes = signal<readonly PersonAttribute[]>([]);
  readonly choices = computed(() =>
    rowChoices(this.type(), this.attributes(), this.levels(), (level) => this.words.name(level, this.type().channel)),
  );
  readonly outer = linkedSignal(() => this.levels()[0]);
  private readonly wantedInner = linkedSignal(() => this.levels()[1]);
  /** Not every level stands beneath every other; what was chosen comes back once the outer one is another. */
  readonly inner = computed(() => {
    const wanted = this.wantedInner();
    return wanted && this.canStandBeneath(wanted) ? wanted : undefined;
  });
  readonly chosen = computed(() => [this.outer(), this.inner()].filter((level) => level !== undefined));
  readonly usual = computed(() => areUsual(this.chosen(), this.type()));
  /** What the chosen rows would cost, in words. */
  readonly warning = computed(() => {
    const lost = this.lostAt()(this.chosen());
    const level = this.chosen().find((one) => isNamedLevel(one) && lost[0]?.missingAt.includes(one));
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

  constructor() {
    effect(() => {
      if (this.type().counts === 'people') untracked(() => void this.loadAttributes());
    });
  }

  isChosen(level: QueryLevel, chosen: QueryLevel | undefined): boolean {
    return chosen !== undefined && choiceKey(level) === choiceKey(chosen);
  }

  canStandBeneath(level: QueryLevel): boolean {
    const outer = this.outer();
    if (outer === undefined) return true;
    if (this.isChosen(level, outer)) return false;
    return !isNamedLevel(outer) || !isNamedLevel(level) || goTogether(outer, level);
  }

  chooseInner(level: QueryLevel | undefined): void {
    this.wantedInner.set(level);
  }

  /** Without them the type's own rows can be chosen still. */
  private async loadAttributes(): Promise<void> {
    this.attributes.set(await this.api.personAttributes().catch(() => []));
  }

  submit(event: Event): void {
    event.preventDefault();
    if (this.topFault()) return;
    const top = Number(this.wantedTop()) || undefined;
    if (top !== this.top()) this.topChanged.emit(top);
    this.applied.emit(this.chosen());
  }
}
