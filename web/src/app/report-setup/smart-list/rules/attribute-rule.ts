import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { type AttributeOperator, type AttributeRule as Rule, OPERATORS_OF } from '@tallysheet/contract';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import { NumberField } from '../fields/number-field';
import { SuggestField } from '../fields/suggest-field';
import { ValueField } from '../fields/value-field';
import { ValuesField } from '../fields/values-field';
import { type Span, SPANS, withAttribute, withOperator } from '../model/operators';
import { PersonAttributes } from '../person-attributes';
import { type RuleError, SmartListEditor } from '../smart-list-editor';

/** A rule over what is known of a person: an attribute, a comparison, and values of its type. */
@Component({
  selector: 'ts-attribute-rule',
  imports: [Icon, NumberField, SuggestField, ValueField, ValuesField],
  templateUrl: './attribute-rule.html',
  styleUrl: './rule-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttributeRule {
  private readonly editor = inject(SmartListEditor);

  readonly attributes = inject(PersonAttributes);
  readonly messages = inject(Messages);
  readonly key = input.required<number>();
  readonly rule = input.required<Rule>();
  readonly error = input.required<RuleError | undefined>();

  readonly spans = SPANS;
  readonly type = computed(() => this.attributes.typeOf(this.rule().attribute));
  readonly operators = computed(() => OPERATORS_OF[this.type()]);
  readonly names = computed(() =>
    (this.attributes.all() ?? []).map(({ name, people }) => ({
      id: name,
      label: name,
      detail: this.messages.t('smart.attribute.people', { count: people }),
    })),
  );
  readonly noNames = computed(() =>
    this.messages.t(this.attributes.all()?.length === 0 ? 'smart.attributes.none' : 'smart.attribute.none'),
  );
  readonly frequent = computed(() => this.attributes.frequent(this.rule().attribute));
  readonly values = computed(() => {
    const rule = this.rule();
    return 'values' in rule ? rule.values : null;
  });
  readonly value = computed(() => {
    const rule = this.rule();
    return 'value' in rule ? rule.value : null;
  });
  readonly range = computed(() => {
    const rule = this.rule();
    return 'from' in rule ? rule : null;
  });
  readonly span = computed(() => {
    const rule = this.rule();
    return 'unit' in rule ? rule : null;
  });

  constructor() {
    effect(() => {
      const { attribute } = this.rule();
      // Asked again once the attributes are known.
      this.attributes.all();
      untracked(() => void this.attributes.loadValues(attribute));
    });
  }

  id(part: string): string {
    return `rule-${this.key()}-${part}`;
  }

  /** Whether a field is the one that is wrong; one that names no field is about all of them. */
  wrong(field: string): boolean {
    const error = this.error();
    return error !== undefined && (error.field === '' || error.field.split('.')[0] === field);
  }

  describes(field: string): string | undefined {
    return this.wrong(field) ? this.id('error') : undefined;
  }

  chooseAttribute(name: string): void {
    if (name === this.rule().attribute) return;
    this.set(withAttribute(this.rule(), name, this.attributes.typeOf(name), this.type()));
  }

  chooseOperator(operator: string): void {
    this.set(withOperator(this.rule(), operator as AttributeOperator));
  }

  chooseSpan(unit: string): void {
    this.change({ unit: unit as Span });
  }

  /** Changes what the comparison is with. */
  change(operand: object): void {
    this.set({ ...this.rule(), ...operand });
  }

  private set(rule: Rule): void {
    this.editor.change(this.key(), rule);
  }
}
