import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { DATE_UNITS, isNamedLevel, type AttributeType, type DateUnit, type QueryLevel } from '@tallysheet/contract';
import type { MessageKey } from '@tallysheet/messages';
import { Messages } from '../../core/messages';

/** By what the values of an attribute stand together: dates by a unit, numbers by a step. Nothing for other values. */
@Component({
  selector: 'ts-attribute-unit',
  template: `
    @if (type() === 'date') {
      <label class="unit">
        {{ messages.t('setup.rows.unit') }}
        <select #unit class="select" (change)="setUnit(unit.value)">
          @for (one of units; track one) {
            <option [value]="one" [selected]="one === (attribute()?.unit ?? 'month')">
              {{ messages.t(unitKeys[one]) }}
            </option>
          }
        </select>
      </label>
    } @else if (type() === 'number') {
      <label class="unit">
        {{ messages.t('setup.rows.step') }}
        <input
          #step
          class="input num"
          type="number"
          min="0"
          step="any"
          [value]="attribute()?.step ?? ''"
          [placeholder]="messages.t('setup.rows.step.none')"
          (change)="setStep(step.valueAsNumber)"
        />
      </label>
    }
  `,
  styles: `
    .unit {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 0 8px 6px 54px;
      color: var(--text-muted);
      font-size: 12px;
      line-height: 18px;
    }
    .select,
    .input {
      width: 88px;
      height: 26px;
      padding: 0 8px;
      font-size: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttributeUnit {
  readonly messages = inject(Messages);
  readonly level = input.required<QueryLevel>();
  readonly type = input.required<AttributeType | null>();
  readonly changed = output<QueryLevel>();

  readonly units = DATE_UNITS;
  readonly unitKeys = {
    ...{ day: 'setup.rows.unit.day', week: 'setup.rows.unit.week' },
    ...{ month: 'setup.rows.unit.month', year: 'setup.rows.unit.year' },
  } as const satisfies Record<DateUnit, MessageKey>;
  readonly attribute = computed(() => {
    const level = this.level();
    return isNamedLevel(level) ? null : level;
  });

  setUnit(chosen: string): void {
    const { attribute } = this.attribute() ?? {};
    if (attribute !== undefined) this.changed.emit({ attribute, unit: chosen as DateUnit });
  }

  /** Nothing, and what is no step, puts nothing together. */
  setStep(step: number): void {
    const { attribute } = this.attribute() ?? {};
    if (attribute !== undefined) this.changed.emit(step > 0 ? { attribute, step } : { attribute });
  }
}
