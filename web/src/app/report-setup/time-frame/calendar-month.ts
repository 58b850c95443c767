import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { addDays, addMonths, type Day, weekdays, weekEnds, weeksOf, type WeekStart } from './days';

/** One place of a month's page. */
interface Place {
  day: Day;
  number: number;
  label: string;
  inRange: boolean;
  chosen: boolean;
  future: boolean;
  today: boolean;
}

/** A month as a page of days to pick from; the arrow keys move by day, Page Up and Page Down by month. */
@Component({
  selector: 'ts-calendar-month',
  templateUrl: './calendar-month.html',
  styleUrl: './calendar-month.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarMonth {
  private readonly messages = inject(Messages);
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly month = input.required<Day>();
  readonly weekStart = input.required<WeekStart>();
  readonly first = input.required<Day | null>();
  readonly last = input.required<Day | null>();
  readonly today = input.required<Day>();
  /** The one day that Tab reaches. */
  readonly active = input.required<Day>();
  readonly picked = output<Day>();
  readonly moved = output<Day>();

  readonly title = computed(() =>
    this.written(this.month(), { month: 'long', year: 'numeric' }).replace(/^\p{Ll}/u, (letter) =>
      letter.toUpperCase(),
    ),
  );
  readonly days = computed(() =>
    weekdays(this.weekStart()).map((weekday) => {
      // 4 January 2026 is a Sunday.
      const day = addDays('2026-01-04', weekday);
      const long = this.written(day, { weekday: 'long' });
      return { long, short: long.slice(0, 2).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) };
    }),
  );
  readonly weeks = computed(() =>
    weeksOf(this.month(), this.weekStart()).map((week) => week.map((day) => (day === null ? null : this.place(day)))),
  );

  /** Gives the focus to the active day, when it is on this page. */
  focusActive(): boolean {
    const button = this.host.querySelector<HTMLElement>('button[tabindex="0"]');
    button?.focus();
    return button !== null;
  }

  onKey(event: KeyboardEvent, day: Day): void {
    const next = this.target(event, day);
    if (next === null) return;
    event.preventDefault();
    this.moved.emit(next);
  }

  private target(event: KeyboardEvent, day: Day): Day | null {
    switch (event.key) {
      case 'ArrowLeft':
        return addDays(day, -1);
      case 'ArrowRight':
        return addDays(day, 1);
      case 'ArrowUp':
        return addDays(day, -7);
      case 'ArrowDown':
        return addDays(day, 7);
      case 'PageUp':
        return addMonths(day, event.shiftKey ? -12 : -1);
      case 'PageDown':
        return addMonths(day, event.shiftKey ? 12 : 1);
      case 'Home':
        return weekEnds(day, this.weekStart())[0];
      case 'End':
        return weekEnds(day, this.weekStart())[1];
      default:
        return null;
    }
  }

  private place(day: Day): Place {
    const first = this.first();
    const last = this.last();
    return {
      day,
      number: Number(day.slice(8)),
      label: this.formats.day(day),
      inRange: first !== null && last !== null && first <= day && day <= last,
      chosen: day === last || day === first,
      future: day > this.today(),
      today: day === this.today(),
    };
  }

  private written(day: Day, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.messages.language(), { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  }
}
