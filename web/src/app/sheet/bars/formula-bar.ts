import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Messages } from '../../core/messages';
import type { CellFacts } from '../model/cell-facts';
import { CellWords } from './cell-words';

/** Says where the number under the cursor comes from: its column's rule, the numbers in it, and its exact value. */
@Component({
  selector: 'ts-formula-bar',
  template: `
    <span class="cell-name num">{{ facts()?.name }}</span>
    <span class="fx" aria-hidden="true">{{ messages.t('sheet.formula-sign') }}</span>
    <span class="formula truncate">
      @if (facts(); as facts) {
        @if (facts.column; as column) {
          <b>{{ column.label }}</b>
          @if (column.rule) {
            <span class="sign">=</span><span>{{ column.rule }}</span>
          }
          @if (words().numbers(facts); as numbers) {
            <span class="sign">=</span><span class="num">{{ numbers }}</span>
          }
        } @else {
          <b>{{ facts.rowName }}</b>
        }
      } @else {
        <span class="subtle">{{ messages.t('sheet.formula-hint') }}</span>
      }
    </span>
    @if (facts(); as facts) {
      @if (facts.column) {
        <span class="exact">
          <span class="subtle truncate row-name">{{ facts.rowName }}</span>
          <span class="vr"></span>
          <span class="subtle">{{ messages.t('sheet.exact-value') }}</span>
          <span class="num truncate value">{{ words().exact(facts) }}</span>
        </span>
      }
    }
  `,
  styleUrl: './formula-bar.css',
  host: { role: 'status', '[attr.aria-label]': "messages.t('sheet.formula-bar')" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormulaBar {
  private readonly cellWords = inject(CellWords);

  readonly messages = inject(Messages);
  readonly facts = input.required<CellFacts | null>();
  readonly timeZone = input.required<string>();
  readonly words = computed(() => this.cellWords.in(this.timeZone()));
}
