import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MESSAGE_MOMENTS, type PersonBehind } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';

/** One line of the list behind a number: who, which message, what became of it and when. */
@Component({
  selector: 'ts-person-line',
  template: `
    <div class="who">
      <b class="truncate" [class.unknown]="line().person.deleted">{{ who() }}</b>
      <span class="state-name">{{ messages.t(stateKey()) }}</span>
    </div>
    <div class="subtle truncate">{{ about() }}</div>
    <dl class="num">
      @for (moment of moments(); track moment.label) {
        <div>
          <dt>{{ moment.label }}</dt>
          <dd>{{ moment.at }}</dd>
        </div>
      }
    </dl>
    @for (link of line().links; track link.id) {
      <div class="subtle truncate" [title]="link.url">{{ link.label ?? link.url }}</div>
    }
  `,
  styleUrl: './person-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonLine {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly line = input.required<PersonBehind>();
  readonly timeZone = input.required<string>();

  readonly who = computed(() => {
    const { deleted, name, address, id } = this.line().person;
    return deleted ? this.messages.t('people.deleted') : (name ?? address ?? id ?? this.messages.t('people.no-name'));
  });
  readonly about = computed(() => {
    const { person, asset } = this.line();
    const address = person.name === null ? null : person.address;
    return [address, asset.name].filter((word) => word !== null).join(' · ');
  });
  readonly stateKey = computed(() => `people.state.${this.line().state}` as const);
  /** Of an event its own moment; of a message all that is known of it. */
  readonly moments = computed(() => {
    const { at, moments } = this.line();
    const shown = (instant: string) => this.formats.instant(instant, this.timeZone());
    if (at !== null) return [{ label: this.messages.t('people.at'), at: shown(at) }];
    return MESSAGE_MOMENTS.flatMap((id) => {
      const instant = moments[id];
      return instant === null ? [] : [{ label: this.messages.t(`people.${id}`), at: shown(instant) }];
    });
  });
}
