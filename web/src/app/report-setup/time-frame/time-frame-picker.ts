import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  viewChildren,
} from '@angular/core';
import type { TimeBasis } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { CalendarMonth } from './calendar-month';
import { DayFields } from './day-fields';
import { addMonths, type Day, monthOf } from './days';
import { type Calendar, PRESET_GROUPS, type TimeChoice } from './time-choice';
import { TimeFrameDraft } from './time-frame-draft';
import { zoneNames } from './time-zones';

/** Chooses a period: by name, by two typed or picked days, by which date, in which zone. Nothing counts before Apply. */
@Component({
  selector: 'ts-time-frame-picker',
  imports: [CalendarMonth, DayFields, Icon],
  templateUrl: './time-frame-picker.html',
  styleUrl: './time-frame-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeFramePicker implements OnInit {
  private readonly app = inject(ApplicationRef);
  private readonly formats = inject(Formats);
  private readonly pages = viewChildren(CalendarMonth);

  readonly messages = inject(Messages);
  readonly choice = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  /** Those to choose from; without any, dates are all that is chosen, in the calendar's zone. */
  readonly bases = input.required<readonly TimeBasis[]>();
  readonly applied = output<TimeChoice>();
  readonly cancelled = output<void>();

  readonly groups = PRESET_GROUPS;
  readonly zones = computed(() => zoneNames(this.calendar().timeZone, this.draft.timeZone()));
  readonly months = computed<[Day, Day]>(() => [this.draft.leftMonth(), addMonths(this.draft.leftMonth(), 1)]);
  readonly atEnd = computed(() => this.months()[1] >= monthOf(this.draft.today()));
  readonly sentence = computed(() => this.describe());
  draft!: TimeFrameDraft;

  ngOnInit(): void {
    this.draft = new TimeFrameDraft(this.choice(), this.calendar(), this.messages.language());
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

  private describe(): string {
    const { days, end, last, moves } = this.draft.words();
    if (days === null || last === null) return this.messages.t('setup.words.all-time');
    const length = this.messages.t(`setup.words.${end}`, { days, last: this.formats.day(last) });
    return `${length} ${this.messages.t(moves ? 'setup.words.moves' : 'setup.words.stays')}`;
  }
}
