import { computed, signal } from '@angular/core';
import type { TimeFrame, TimePreset, TimeBasis } from '@tallysheet/contract';
import { addMonths, countDays, monthOf, type Day } from './days';
import { type Calendar, daysOf, presetOf, type TimeChoice, todayIn } from './time-choice';
import { parseDay, type TypedDay } from './typed-day';

export type Side = 'from' | 'to';

/** Why a typed date cannot be used. */
export type FieldError = Exclude<TypedDay, { day: Day }> | { error: 'after-today' };

/** How a chosen period is said in words: how long, how it lies to today, whether it moves. */
export interface FrameWords {
  days: number | null;
  end: 'today' | 'past' | 'future';
  last: Day | null;
  moves: boolean;
}

/** The period as it is being chosen: nothing of it counts before Apply. */
export class TimeFrameDraft {
  private readonly frame = signal<TimeFrame>({ preset: 'last-30-days' });
  private readonly zone = signal<string | undefined>(undefined);
  /** The first of two days picked in the calendar, until the second one is. */
  private readonly anchor = signal<Day | null>(null);
  private readonly errors = signal<Partial<Record<Side, FieldError>>>({});

  readonly basis = signal<TimeBasis>('sent');
  readonly leftMonth = signal<Day>('2000-01-01');
  /** The day that the arrow keys start from. */
  readonly activeDay = signal<Day>('2000-01-01');

  readonly timeZone = computed(() => this.zone() ?? this.calendar.timeZone);
  readonly today = computed(() => todayIn(this.calendar, this.timeZone()));
  readonly days = computed(() => daysOf(this.frame(), this.calendar, this.timeZone()));
  readonly preset = computed(() => presetOf(this.frame()));
  readonly picking = computed(() => this.anchor() !== null);
  readonly invalid = computed(() => Object.keys(this.errors()).length > 0);

  readonly words = computed<FrameWords>(() => {
    const { first, last } = this.days();
    const today = this.today();
    return {
      days: first === null || last === null ? null : countDays(first, last),
      end: last === null || last === today ? 'today' : last < today ? 'past' : 'future',
      last,
      moves: this.preset() !== 'custom',
    };
  });

  constructor(
    choice: TimeChoice,
    private readonly calendar: Calendar,
    private readonly language: string,
  ) {
    this.frame.set(choice.timeFrame);
    this.basis.set(choice.timeBasis);
    this.zone.set(choice.timeZone);
    this.showEnd();
  }

  /** What Apply hands on. */
  choice(): TimeChoice {
    return { timeFrame: this.frame(), timeBasis: this.basis(), timeZone: this.zone() };
  }

  error(side: Side): FieldError | undefined {
    return this.errors()[side];
  }

  choosePreset(preset: TimePreset): void {
    this.set({ preset });
    this.showEnd();
  }

  /** Fixes the days shown now, so that they can be changed; all time starts from the last 30 days. */
  chooseCustom(): void {
    const shown = this.days();
    const { first, last } =
      shown.first === null ? daysOf({ preset: 'last-30-days' }, this.calendar, this.timeZone()) : shown;
    const today = this.today();
    if (first === null || last === null) return;
    this.set({ from: earliest(first, today), to: earliest(last, today) });
    this.showEnd();
  }

  /** The workspace's own zone is not written down, so that the report follows the workspace. */
  chooseZone(timeZone: string): void {
    this.zone.set(timeZone === this.calendar.timeZone ? undefined : timeZone);
    this.showEnd();
  }

  /** The first pick starts a period, the second ends it, in either order. */
  pick(day: Day): void {
    if (day > this.today()) return;
    const anchor = this.anchor();
    if (anchor === null) {
      this.set({ from: day, to: day });
      this.anchor.set(day);
    } else {
      this.set(day < anchor ? { from: day, to: anchor } : { from: anchor, to: day });
    }
    this.activeDay.set(day);
  }

  /**
   * Takes what was typed into From or To. A date that cannot be used leaves the period as it was and says why;
   * one beyond the other end takes that end along.
   */
  type(side: Side, text: string): void {
    const typed = parseDay(text, this.language);
    const error: FieldError | null =
      'error' in typed ? typed : typed.day > this.today() ? { error: 'after-today' } : null;
    if (error || !('day' in typed)) {
      this.errors.update((errors) => ({ ...errors, [side]: error }));
      return;
    }
    const { day } = typed;
    const { first, last } = this.days();
    const from = side === 'from' ? day : first === null || first > day ? day : first;
    const to = side === 'to' ? day : earliest(last ?? this.today(), this.today());
    this.set({ from, to: to < from ? from : to });
    this.moveTo(day);
  }

  /** Moves the day that has the focus, and turns the page when it leaves the two months. */
  moveTo(day: Day): void {
    const reachable = earliest(day, this.today());
    this.activeDay.set(reachable);
    this.showMonth(reachable);
  }

  turn(months: number): void {
    this.leftMonth.update((month) => addMonths(month, months));
  }

  private set(frame: TimeFrame): void {
    this.frame.set(frame);
    this.anchor.set(null);
    this.errors.set({});
  }

  private showEnd(): void {
    const last = this.days().last ?? this.today();
    const day = earliest(last, this.today());
    this.activeDay.set(day);
    this.leftMonth.set(addMonths(monthOf(day), -1));
  }

  private showMonth(day: Day): void {
    const month = monthOf(day);
    if (month < this.leftMonth()) this.leftMonth.set(month);
    else if (month > addMonths(this.leftMonth(), 1)) this.leftMonth.set(addMonths(month, -1));
  }
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b;
}
