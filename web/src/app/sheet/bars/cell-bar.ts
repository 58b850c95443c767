import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import type { CellFacts } from '../model/cell-facts';
import { CellWords } from './cell-words';

/** On a phone, the tapped cell in full: its rule, its numbers, its value. */
@Component({
  selector: 'ts-cell-bar',
  imports: [Icon],
  template: `
    <div class="line">
      <span class="cell-name num">{{ facts().name }}</span>
      <b>{{ facts().column?.label ?? facts().rowName }}</b>
      @if (facts().column) {
        <span class="subtle truncate">{{ facts().rowName }}</span>
      }
      <button
        type="button"
        class="icon-btn icon-btn-sm close"
        [attr.aria-label]="messages.t('shell.close')"
        (click)="closed.emit()"
      >
        <ts-icon name="x" [size]="15" />
      </button>
    </div>
    @if (facts().column; as column) {
      <div class="line">
        <span class="subtle">{{ column.rule }}</span>
        @if (facts().parts) {
          <span class="num">{{ words().numbers(facts()) }}</span>
        }
        <b class="num value">{{ words().shown(facts()) }}</b>
      </div>
      @if (hasPeople()) {
        <button type="button" class="btn btn-sm" (click)="people.emit()">{{ messages.t('people.show') }}</button>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      flex: none;
      padding: 4px 8px 10px 16px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-header);
      font-size: 13.5px;
    }
    .line {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 24px;
      white-space: nowrap;
    }
    .cell-name {
      padding: 1px 6px;
      border-radius: 4px;
      background: var(--accent-soft);
      color: var(--accent-text);
      font-size: 11.5px;
      font-weight: var(--weight-semibold);
    }
    .close {
      margin-left: auto;
    }
    .value {
      margin-left: auto;
      padding-right: 8px;
      font-size: 17px;
      letter-spacing: -0.02em;
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CellBar {
  private readonly cellWords = inject(CellWords);

  readonly messages = inject(Messages);
  readonly facts = input.required<CellFacts>();
  readonly timeZone = input.required<string>();
  readonly closed = output<void>();
  readonly people = output<void>();
  readonly hasPeople = computed(() => {
    const { column, value } = this.facts();
    return typeof value === 'number' && (column?.unit === 'count' || column?.unit === 'rate');
  });
  readonly words = computed(() => this.cellWords.in(this.timeZone()));
}
