import {
  type AttributeOperator,
  type AttributeRule,
  type AttributeType,
  DAY_OPERATORS,
  EMPTY_OPERATORS,
  NUMBER_OPERATORS,
  OPERATORS_OF,
  RANGE_OPERATORS,
  RELATIVE_OPERATORS,
  TEXT_OPERATORS,
  VALUE_OPERATORS,
} from '@tallysheet/contract';

export type Scalar = string | number | boolean;
export type Span = 'day' | 'week' | 'month' | 'year';

export const SPANS: readonly Span[] = ['day', 'week', 'month', 'year'];

/** What operators are followed by. */
const SHAPES = {
  values: [...VALUE_OPERATORS, ...TEXT_OPERATORS],
  value: [...NUMBER_OPERATORS, ...DAY_OPERATORS],
  range: RANGE_OPERATORS,
  span: RELATIVE_OPERATORS,
  none: EMPTY_OPERATORS,
} as const satisfies Record<string, readonly AttributeOperator[]>;
export type OperandShape = keyof typeof SHAPES;

export function shapeOf(operator: AttributeOperator): OperandShape {
  const found = Object.entries(SHAPES).find(([, operators]) => (operators as readonly string[]).includes(operator));
  return found?.[0] as OperandShape;
}

/** The rule with another operator; what follows it stays where it fits. */
export function withOperator(rule: AttributeRule, operator: AttributeOperator): AttributeRule {
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
  if (type === before) return { ...withOperator(rule, rule.operator), attribute };
  const operator = OPERATORS_OF[type][0];
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
