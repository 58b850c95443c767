import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Channel, Sheet } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { dayOfInstant } from '../model/day-of-instant';

/** Says that nothing was sent in the period, when something was, and how to see it. */
@Component({
  selector: 'ts-sheet-empty',
  template: `
    <div class="state">
      <h2 class="state-title">{{ title() }}</h2>
      @if (listed()) {
        <p class="state-text">{{ messages.t('sheet.empty.smart-list', { count: sheet().smartList?.people?.out }) }}</p>
      } @else if (latest() || !(links() || ofPeople())) {
        <p class="state-text">
          {{ latest() ? messages.t('sheet.empty.latest', { day: latest() }) : messages.t('sheet.empty.never') }}
        </p>
      }
      <div class="state-actions">
        @if (latest() || ofPeople()) {
          <button type="button" class="btn btn-filled" (click)="showAllTime.emit()">
            {{ messages.t('sheet.empty.all-time') }}
          </button>
        }
        @if (listed()) {
          <button type="button" class="btn" (click)="showEverybody.emit()">
            {{ messages.t('sheet.empty.everybody') }}
          </button>
        }
        @if (filtered()) {
          <button type="button" class="btn" (click)="showWorkspace.emit()">
            {{ messages.t('sheet.empty.workspace') }}
          </button>
        }
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetEmpty {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly sheet = input.required<Sheet>();
  /** Whether a filter holds anything back. */
  readonly filtered = input.required<boolean>();
  /** What its messages are; null for all of them. */
  readonly channel = input.required<Channel | null>();
  /** Whether it lists links alone: emails may have been sent that nobody clicked. */
  readonly links = input.required<boolean>();
  readonly showAllTime = output<void>();
  readonly showEverybody = output<void>();
  readonly showWorkspace = output<void>();

  /** Whether the smart list alone leaves nobody. */
  readonly listed = computed(() => (this.sheet().smartList?.messages.out ?? 0) > 0);
  /** Whether it counts people, who need not have been sent anything. */
  readonly ofPeople = computed(() => this.sheet().timeFrame.basis === 'created');
  readonly title = computed(() => {
    if (this.ofPeople()) return this.messages.t('sheet.empty.created');
    if (this.links()) return this.messages.t('sheet.empty.links');
    if (this.sheet().timeFrame.basis === 'activity') return this.messages.t('sheet.empty.activity');
    return this.messages.t('sheet.empty.sent', { channel: this.channel() ?? 'all' });
  });
  readonly latest = computed(() => {
    const { notes, timeFrame } = this.sheet();
    const at = notes.find((note) => note.code === 'latest-send')?.params['at'];
    return typeof at === 'string' ? this.formats.day(dayOfInstant(at, timeFrame.timeZone)) : null;
  });
}
