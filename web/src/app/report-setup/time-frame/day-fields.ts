import { afterNextRender, ChangeDetectionStrategy, Component, DOCUMENT, inject, Injector, input } from '@angular/core';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { type FieldError, type Side, type TimeFrameDraft } from './time-frame-draft';

/** The first and last day of a period, to be typed; what cannot be read is said beneath. */
@Component({
  selector: 'ts-day-fields',
  templateUrl: './day-fields.html',
  styleUrl: './day-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayFields {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly draft = input.required<TimeFrameDraft>();
  readonly sides: readonly Side[] = ['from', 'to'];

  /** What a field shows: the day as it is written here, nothing where the period has no end. */
  written(side: Side): string {
    const { first, last } = this.draft().days();
    const day = side === 'from' ? first : last;
    return day === null ? '' : this.formats.day(day);
  }

  errorText(side: Side): string | null {
    const error = this.draft().error(side);
    return error === undefined ? null : this.explain(error);
  }

  type(side: Side, field: HTMLInputElement): void {
    if (field.value === this.written(side)) return;
    this.draft().type(side, field.value);
    // The same day may have been typed in another way.
    if (!this.draft().error(side)) field.value = this.written(side);
    afterNextRender(() => this.selectFocused(), { injector: this.injector });
  }

  /** One field may write the other, which has the focus by now: what is typed next replaces it, as after any Tab. */
  private selectFocused(): void {
    const { activeElement } = this.document;
    if (activeElement instanceof HTMLInputElement && activeElement.type === 'text') activeElement.select();
  }

  private explain(error: FieldError): string {
    if (error.error !== 'month-too-short') return this.messages.t(`setup.date.${error.error}`);
    const month = new Intl.DateTimeFormat(this.messages.language(), { month: 'long', timeZone: 'UTC' });
    const name = month.format(Date.UTC(error.year, error.month - 1, 1));
    const words = this.messages.t('setup.date.month-too-short', { month: name, days: error.length });
    return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  }
}
