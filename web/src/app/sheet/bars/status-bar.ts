import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Sheet } from '@tallysheet/contract';
import { hasMessage } from '@tallysheet/messages';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { dayOfInstant } from '../model/day-of-instant';
import { SheetStamp } from './sheet-stamp';

/** Beneath the sheet: when it was counted, how long it is, and what it says about its own numbers. */
@Component({
  selector: 'ts-status-bar',
  imports: [SheetStamp],
  template: `
    @if (sheet(); as sheet) {
      <ts-sheet-stamp [computedAt]="sheet.computedAt" [timeZone]="timeZone()" />
      <span class="vr"></span>
      <span class="num fixed">{{ messages.t('sheet.rows', { count: sheet.rows.length }) }}</span>
      <ul [attr.aria-label]="messages.t('sheet.notes')">
        @for (note of notes(); track $index) {
          <li>{{ note }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: baseline;
      gap: 12px;
      min-height: var(--statusbar-height);
      padding: 5px 16px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-header);
      font-size: 11.5px;
      line-height: 17px;
    }
    .fixed {
      white-space: nowrap;
    }
    .vr {
      align-self: center;
      height: 12px;
    }
    ul {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      gap: 0 12px;
      min-width: 0;
      color: var(--text-muted);
    }
    li + li::before {
      content: '·';
      margin-right: 12px;
      color: var(--text-subtle);
    }
    @media (max-width: 599.98px) {
      :host {
        flex-wrap: wrap;
        gap: 0 10px;
        padding: 4px 16px;
        font-size: 12px;
      }
      .vr {
        display: none;
      }
      ul {
        flex-basis: 100%;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBar {
  private readonly formats = inject(Formats);

  readonly messages = inject(Messages);
  readonly sheet = input.required<Sheet | null>();
  readonly timeZone = input.required<string>();

  readonly notes = computed(() => [...this.leftOut(), ...this.noted()]);
  /** A list of people changes every number, so what it leaves out is said first. */
  private readonly leftOut = computed(() => {
    const counts = this.sheet()?.smartList;
    if (!counts) return [];
    const { people, messages } = counts;
    const params = { people: people.in, messages: messages.in, peopleOut: people.out, messagesOut: messages.out };
    return [this.messages.t('sheet.smart-list', params)];
  });
  private readonly noted = computed(() =>
    (this.sheet()?.notes ?? []).flatMap(({ code, params }) => {
      const key = `note.${code}`;
      if (!hasMessage(key)) return [];
      const at = params['at'];
      const day = typeof at === 'string' ? { at: this.formats.day(dayOfInstant(at, this.timeZone())) } : {};
      return [this.messages.t(key, { ...params, ...day })];
    }),
  );
}
