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
  untracked,
} from '@angular/core';
import type { Explanation, ReportQuery } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import type { Cell } from '../model/cell-facts';
import { PeopleBehind } from './people-behind';
import { PersonLine } from './person-line';

/** A cell whose people are wanted. One that was chosen by the keyboard takes the reader along. */
export interface WantedPeople extends Cell {
  byKeyboard: boolean;
}

/**
 * Who is behind a number, beside its sheet, and how the number was made; of a rate its two counts. Esc closes.
 * It stands as the last child of a flex row; below 1200 px it lies over the page, on a phone it is the page.
 */
@Component({
  selector: 'ts-people-panel',
  imports: [Icon, PersonLine],
  providers: [PeopleBehind],
  templateUrl: './people-panel.html',
  styleUrls: ['../../core/side-panel.css', './people-panel.css'],
  host: {
    role: 'complementary',
    tabindex: '-1',
    '[attr.aria-label]': 'label()',
    '(keydown.escape)': 'closed.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePanel {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly formats = inject(Formats);
  readonly messages = inject(Messages);
  readonly problems = inject(ProblemText);
  readonly store = inject(PeopleBehind);

  readonly query = input.required<ReportQuery>();
  readonly wanted = input.required<WantedPeople>();
  readonly timeZone = input.required<string>();
  readonly closed = output<void>();

  /** What is listed: the wanted cell, or one of the counts that it is made of. */
  readonly cell = linkedSignal<Cell>(() => this.wanted());
  /** Whether what is listed is a count of the wanted rate. */
  readonly rate = computed(() => this.cell() !== this.wanted());
  readonly explanation = this.store.explanation;
  readonly isShare = computed(() => this.explanation()?.parts.some(({ rowId }) => rowId !== this.cell().rowId));
  readonly heading = computed(() => {
    const made = this.explanation();
    if (!made) return '';
    const value = typeof made.value === 'number' ? this.formats.value(made.value, made.unit) : '–';
    return this.messages.t('people.title', { label: made.label, value });
  });
  readonly about = computed(() => {
    const sent = this.store.sent();
    const total = this.store.total();
    const shown = this.store.lines().length;
    return [
      this.explanation()?.rowName ?? '',
      sent !== null && total !== null ? this.messages.t('people.of-sent', { sent: this.formats.count(sent) }) : '',
      total !== null && shown < total
        ? this.messages.t('people.shown', { shown: this.formats.count(shown), total: this.formats.count(total) })
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  });
  readonly label = computed(() => {
    const { label = '', rowName: name = '' } = this.explanation() ?? {};
    return this.messages.t('people.panel', { label, name });
  });

  constructor() {
    effect(() => {
      const { rowId, columnId } = this.cell();
      // The order of rows and the other columns have no part in it.
      const { sort: _, columns: __, ...query } = this.query();
      untracked(() => void this.store.open({ ...query, rowId, columnId }));
    });
    const before = document.activeElement;
    const takeFocus = () => this.host.focus({ preventScroll: true });
    afterNextRender(() => {
      if (this.wanted().byKeyboard) takeFocus();
    });
    inject(DestroyRef).onDestroy(() => {
      const isInside = this.host.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  }

  showCount({ rowId, columnId }: Explanation['parts'][number]): void {
    this.cell.set({ rowId, columnId });
    this.host.focus({ preventScroll: true });
  }

  showRate(): void {
    this.cell.set(this.wanted());
    this.host.focus({ preventScroll: true });
  }
}
