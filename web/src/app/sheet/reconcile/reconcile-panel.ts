import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { dayOfInstant } from '../model/day-of-instant';
import { ReconcileRun } from './reconcile-run';
import { ReconcileTable } from './reconcile-table';
import { isTelling } from './reconciled-rows';

const ROWS_AT_ONCE = 100;

/**
 * A Marketo report beside the sheet: how much of it agrees, and of each number that differs the rule that tells why.
 * Esc closes. It stands as the last child of a flex row; below 1200 px it lies over the page, on a phone it is the page.
 */
@Component({
  selector: 'ts-reconcile-panel',
  imports: [Icon, ReconcileTable],
  providers: [ReconcileRun],
  templateUrl: './reconcile-panel.html',
  styleUrls: ['../../core/side-panel.css', './reconcile-panel.css'],
  host: {
    role: 'complementary',
    tabindex: '-1',
    '[attr.aria-label]': 'title()',
    '(keydown.escape)': 'closed.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconcilePanel {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly run = inject(ReconcileRun);

  readonly query = input.required<ReportQuery>();
  readonly file = input.required<File>();
  readonly closed = output<void>();
  readonly anotherWanted = output<void>();

  readonly result = this.run.result;
  readonly title = computed(() => this.messages.t('reconcile.title', { file: this.file().name }));
  /** The total first, as in the summary, then row by row. */
  private readonly all = computed(() => {
    const { rows = [], total = null } = this.result() ?? {};
    return total ? [total, ...rows] : rows;
  });
  readonly differing = computed(() => this.all().filter(isTelling));
  /** As long as nobody chooses: what differs, if anything does. */
  readonly onlyDifferences = linkedSignal(() => this.differing().length > 0);
  readonly listed = computed(() => (this.onlyDifferences() ? this.differing() : this.all()));
  private readonly limit = signal(ROWS_AT_ONCE);
  readonly shown = computed(() => this.listed().slice(0, this.limit()));
  readonly summary = computed(() => {
    const counts = this.result()?.counts;
    if (!counts) return '';
    const { agree, differ } = counts;
    return this.messages.t('reconcile.summary', { agree, differ, rows: agree + differ });
  });
  /** What the summary does not say, sentence by sentence. */
  readonly remarks = computed(() => {
    const result = this.result();
    if (!result) return [];
    const { onlyTheirs, onlyOurs, ambiguous, unreadable, agree, differ } = result.counts;
    const counted = { 'only-theirs': onlyTheirs, 'only-ours': onlyOurs, ambiguous, unreadable } as const;
    const rows = agree + differ + onlyTheirs + onlyOurs + ambiguous;
    const passedOver = result.columns.filter(({ holds, header }) => holds === 'other' && header !== '');
    const headers = passedOver.map(({ header }) => header);
    return [
      ...Object.entries(counted).flatMap(([code, count]) =>
        count === 0 ? [] : this.messages.t(`reconcile.${code as keyof typeof counted}`, { count }),
      ),
      ...(result.rows.length < rows ? [this.messages.t('reconcile.shown', { shown: result.rows.length, rows })] : []),
      this.about(result.timeFrame),
      ...(headers.length > 0 ? [this.messages.t('reconcile.passed-over', { headers: headers.join(', ') })] : []),
    ];
  });

  constructor() {
    effect(() => {
      const query = this.query();
      const file = this.file();
      untracked(() => void this.run.compare(query, file));
    });
    const before = document.activeElement;
    afterNextRender(() => this.host.focus({ preventScroll: true }));
    inject(DestroyRef).onDestroy(() => {
      this.run.end();
      const isInside = this.host.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  }

  private about({ from, to, basis, timeZone }: Sheet['timeFrame']): string {
    if (from === null || to === null) return this.messages.t('reconcile.about-all-time', { basis });
    const days = this.formats.dayRange(
      dayOfInstant(from, timeZone),
      dayOfInstant(new Date(Date.parse(to) - 1).toISOString(), timeZone),
    );
    return this.messages.t('reconcile.about', { days, basis, timeZone });
  }

  more(): void {
    this.limit.update((limit) => limit + ROWS_AT_ONCE);
  }

  again(): void {
    void this.run.compare(this.query(), this.file());
  }

  download(): void {
    void this.run.download(this.query(), this.file());
  }
}
