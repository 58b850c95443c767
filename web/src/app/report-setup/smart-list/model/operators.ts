import type { AttributeRule, AttributeType } from '@tallysheet/contract';

export type Operator = AttributeRule['operator'];
export type Scalar = string | number | boolean;
export type Span = 'day' | 'week' | 'month' | 'year';

/** What an operator is followed by. */
export type OperandShape = 'values' | 'value' | 'range' | 'span' | 'none';

/** What can be said of each type of attribute, in the order in which it is offered. */
export const OPERATORS: Record<AttributeType, readonly Operator[]> = {
  text: [
    ...(['is', 'is-not', 'contains', 'not-contains', 'starts-with', 'not-starts-with', 'ends-with'] as const),
    ...(['is-empty', 'is-not-empty'] as const),
  ],
  number: [
    ...(['is', 'is-not', 'less-than', 'at-most', 'greater-than', 'at-least', 'between', 'not-between'] as const),
    ...(['is-empty', 'is-not-empty'] as const),
  ],
  date: [
    ...(['is', 'is-not', 'before', 'after', 'between', 'not-between', 'in-past', 'not-in-past', 'in-future'] as const),
    ...(['is-empty', 'is-not-empty'] as const),
  ],
  boolean: ['is', 'is-not', 'is-empty', 'is-not-empty'],
};

export const SPANS: readonly Span[] = ['day', 'week', 'month', 'year'];

export function shapeOf(operator: Operator): OperandShape {
  switch (operator) {
    case 'is':
    case 'is-not':
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'not-starts-with':
    case 'ends-with':
      return 'values';
    case 'less-than':
    case 'at-most':
    case 'greater-than':
    case 'at-least':
    case 'before':
    case 'after':
      return 'value';
    case 'between':
    case 'not-between':
      return 'range';
    case 'in-past':
    case 'not-in-past':
    case 'in-future':
      return 'span';
    case 'is-empty':
    case 'is-not-empty':
      return 'none';
  }
}

/** The rule with another operator; what follows it stays where it fits. */
export function withOperator(rule: AttributeRule, operator: Operator): AttributeRule {
  const { attribute } = rule;
  const shape = shapeOf(operator);
  const [first, second] = operandsOf(rule);
  const made = {
    values: { attribute, operator, values: first === undefined ? [] : operandsOf(rule) },
    value: { attribute, operator, value: scalarOf(first) },
    range: { attribute, operator, from: scalarOf(first), to: scalarOf(second) },
    span: { attribute, operator, ...('unit' in rule ? { amount: rule.amount, unit: rule.unit } : LAST_MONTH) },
    none: { attribute, operator },
  }[shape];
  return made as AttributeRule;
}

/** The rule about another attribute: nothing that was said of the one before can be kept if its type is another. */
export function withAttribute(rule: AttributeRule, attribute: string, type: AttributeType, before: AttributeType) {
  if (type === before && rule.attribute !== '') return { ...withOperator(rule, rule.operator), attribute };
  const operator = OPERATORS[type][0] ?? 'is';
  const fresh: AttributeRule = { attribute, operator: 'is', values: type === 'boolean' ? [true] : [] };
  return withOperator(fresh, operator);
}

const LAST_MONTH = { amount: 30, unit: 'day' } as const;

function operandsOf(rule: AttributeRule): Scalar[] {
  if ('values' in rule) return rule.values;
  if ('value' in rule) return rule.value === '' ? [] : [rule.value];
  if ('from' in rule) return [rule.from, rule.to].filter((operand) => operand !== '');
  return [];
}

function scalarOf(operand: Scalar | undefined): string | number {
  return operand === undefined || typeof operand === 'boolean' ? '' : operand;
}
