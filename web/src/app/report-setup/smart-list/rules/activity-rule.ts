import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ACTIVITIES, type Activity, type ActivityRule as Rule } from '@tallysheet/contract';
import { Messages } from '../../../core/messages';
import { NumberField } from '../fields/number-field';
import { type RuleError, SmartListEditor } from '../smart-list-editor';
import { ActivityPeriod } from './activity-period';
import { ActivityScope } from './activity-scope';

/** How often it happened: at least once, never, or against a number. */
const OFTEN = ['did', 'did-not', 'at-least', 'fewer'] as const;
type Often = (typeof OFTEN)[number];

/** A rule over what a person did or was sent: how often, when, with which messages, on which link. */
@Component({
  selector: 'ts-activity-rule',
  imports: [ActivityPeriod, ActivityScope, NumberField],
  templateUrl: './activity-rule.html',
  styleUrl: './rule-fields.css',
  styles: `
    .linked {
      display: flex;
      align-items: center;
      gap: 6px;
      min-width: 0;
      font-size: 12.5px;
      white-space: nowrap;
    }
    .linked .input {
      width: 200px;
      min-width: 0;
      height: 28px;
      font-size: 12.5px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityRule {
  private readonly editor = inject(SmartListEditor);

  readonly messages = inject(Messages);
  readonly key = input.required<number>();
  readonly rule = input.required<Rule>();
  readonly error = input.required<RuleError | undefined>();

  readonly activities = ACTIVITIES;
  readonly choices = OFTEN;
  readonly often = computed<Often>(() => {
    const { not, atLeast } = this.rule();
    if (atLeast === undefined) return not ? 'did-not' : 'did';
    return not ? 'fewer' : 'at-least';
  });

  wrong(field: string): boolean {
    return this.error()?.field.split('.')[0] === field;
  }

  chooseActivity(did: string): void {
    const { link, ...others } = this.rule();
    // Only a click has a link.
    this.set({ ...others, did: did as Activity, ...(did === 'clicked' && link !== undefined ? { link } : {}) });
  }

  chooseOften(often: string): void {
    const { not: _, atLeast = 2, ...others } = this.rule();
    const isNegated = often === 'did-not' || often === 'fewer';
    const isNumbered = often === 'at-least' || often === 'fewer';
    this.set({ ...others, ...(isNegated ? { not: true } : {}), ...(isNumbered ? { atLeast } : {}) });
  }

  /** Takes over a part of the rule; what is undefined leaves it. */
  change(part: Partial<Rule>): void {
    const kept = Object.entries({ ...this.rule(), ...part }).filter(([, value]) => value !== undefined);
    this.set(Object.fromEntries(kept) as unknown as Rule);
  }

  private set(rule: Rule): void {
    this.editor.change(this.key(), rule);
  }
}
