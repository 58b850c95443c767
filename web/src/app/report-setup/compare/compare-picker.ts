import { ChangeDetectionStrategy, Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { type Compare, COMPARE_PRESETS } from '@tallysheet/contract';
import { canCompare } from '@tallysheet/report-model';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { DayFields } from '../time-frame/day-fields';
import type { Calendar, TimeChoice } from '../time-frame/time-choice';
import { TimeFrameDraft } from '../time-frame/time-frame-draft';
import { comparedDays } from './compare-days';

type Choice = 'off' | (typeof COMPARE_PRESETS)[number] | 'custom';

/** Chooses the period to compare with, or none. Nothing counts before Apply. */
@Component({
  selector: 'ts-compare-picker',
  imports: [DayFields],
  templateUrl: './compare-picker.html',
  styleUrl: './compare-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePicker implements OnInit {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly compare = input.required<Compare | undefined>();
  readonly time = input.required<TimeChoice>();
  readonly calendar = input.required<Calendar>();
  readonly applied = output<Compare | undefined>();
  readonly cancelled = output<void>();

  readonly choices: readonly Choice[] = ['off', ...COMPARE_PRESETS, 'custom'];
  readonly choice = signal<Choice>('off');
  /** The days of one's own choosing. */
  draft!: TimeFrameDraft;

  ngOnInit(): void {
    const to = this.compare()?.to;
    this.choice.set(to === undefined ? 'off' : typeof to === 'string' ? to : 'custom');
    const before = comparedDays({ to: 'previous-period' }, this.time(), this.calendar());
    const timeFrame =
      typeof to === 'object'
        ? to
        : before
          ? { from: before.first, to: before.last }
          : ({ preset: 'last-30-days' } as const);
    this.draft = new TimeFrameDraft({ ...this.time(), timeFrame }, this.calendar(), this.messages.language());
  }

  /** All time has no period before it. */
  isPossible(choice: Choice): boolean {
    return choice === 'off' || choice === 'custom' || canCompare(this.time().timeFrame, { to: choice });
  }

  daysOf(choice: Choice): string {
    const days =
      choice === 'off' || choice === 'custom' ? null : comparedDays({ to: choice }, this.time(), this.calendar());
    return days ? this.formats.dayRange(days.first, days.last) : '';
  }

  submit(event: Event): void {
    event.preventDefault();
    const choice = this.choice();
    if (choice === 'custom' && this.draft.invalid()) return;
    const { first: from, last: to } = this.draft.days();
    if (choice === 'off') this.applied.emit(undefined);
    else if (choice !== 'custom') this.applied.emit({ to: choice });
    else if (from !== null && to !== null) this.applied.emit({ to: { from, to } });
  }
}
