import {
  afterNextRender,
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  viewChildren,
} from '@angular/core';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { CalendarMonth } from './calendar-month';
import { addMonths, type Day, monthOf } from './days';
import { type Calendar, PRESET_GROUPS, type TimeBasis, type TimeChoice } from './time-choice';
import { type FieldError, type Side, TimeFrameDraft } from './time-frame-draft';
import { zoneNames } from './time-zones';

/** Chooses a period: by name, by two typed or picked days, by which date, in which zone. Nothing counts before Apply. */
@Component({
  selector: 'ts-time-frame-picker',
  imports: [CalendarMonth, Icon],
  templateUrl: './time-frame-picker.html',
  styleUrl: './time-frame-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeFramePicker implements OnInit {
  private readonly app = inject(ApplicationRef);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  private readonly pages = viewChildren(CalendarMonth);

  readonly messages = inject(Messages);
  readonly choice = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  readonly bases = input.required<readonly TimeBasis[]>();
  readonly applied = output<TimeChoice>();
  readonly cancelled = output<void>();

  readonly groups = PRESET_GROUPS;
  readonly sides: readonly Side[] = ['from', 'to'];
  readonly zones = computed(() => zoneNames(this.calendar().timeZone, this.draft.timeZone()));
  readonly months = computed<[Day, Day]>(() => [this.draft.leftMonth(), addMonths(this.draft.leftMonth(), 1)]);
  readonly atEnd = computed(() => this.months()[1] >= monthOf(this.draft.today()));
  readonly sentence = computed(() => this.describe());
  draft!: TimeFrameDraft;

  ngOnInit(): void {
    this.draft = new TimeFrameDraft(this.choice(), this.calendar(), this.messages.language());
  }

  /** What a field shows: the day as it is written here, nothing where the period has no end. */
  written(side: Side): string {
    const { first, last } = this.draft.days();
    const day = side === 'from' ? first : last;
    return day === null ? '' : this.formats.day(day);
  }

  errorText(side: Side): string | null {
    const error = this.draft.error(side);
    return error === undefined ? null : this.explain(error);
  }

  type(side: Side, field: HTMLInputElement): void {
    if (field.value === this.written(side)) return;
    this.draft.type(side, field.value);
    // The same day may have been typed in another way.
    if (!this.draft.error(side)) field.value = this.written(side);
    afterNextRender(() => this.selectFocused(), { injector: this.injector });
  }

  /** One field may write the other, which has the focus by now: what is typed next replaces it, as after any Tab. */
  private selectFocused(): void {
    const { activeElement } = this.document;
    if (activeElement instanceof HTMLInputElement && activeElement.type === 'text') activeElement.select();
  }

  submit(event: Event): void {
    event.preventDefault();
    if (!this.draft.invalid()) this.applied.emit(this.draft.choice());
  }

  move(day: Day): void {
    this.draft.moveTo(day);
    // Drawn at once: a key that follows within the same frame starts from the day that has the focus by now.
    this.app.tick();
    this.pages().some((page) => page.focusActive());
  }

  private explain(error: FieldError): string {
    if (error.error !== 'month-too-short') return this.messages.t(`setup.date.${error.error}`);
    const month = new Intl.DateTimeFormat(this.messages.language(), { month: 'long', timeZone: 'UTC' });
    const name = month.format(Date.UTC(error.year, error.month - 1, 1));
    const words = this.messages.t('setup.date.month-too-short', { month: name, days: error.length });
    return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  }

  private describe(): string {
    const { days, end, last, moves } = this.draft.words();
    if (days === null || last === null) return this.messages.t('setup.words.all-time');
    const length = this.messages.t(`setup.words.${end}`, { days, last: this.formats.day(last) });
    return `${length} ${this.messages.t(moves ? 'setup.words.moves' : 'setup.words.stays')}`;
  }
}
