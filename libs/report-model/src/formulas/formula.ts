export const OPERATORS = ['+', '-', '*', '/'] as const;
export type Operator = (typeof OPERATORS)[number];

export const COMPARISONS = ['<=', '>=', '<>', '<', '>', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Functions, and how many arguments each takes. `if` begins with a condition, `round` may end with decimal places. */
export const FUNCTIONS = {
  if: { least: 3, most: 3 },
  min: { least: 1, most: Infinity },
  max: { least: 1, most: Infinity },
  abs: { least: 1, most: 1 },
  round: { least: 1, most: 2 },
  coalesce: { least: 1, most: Infinity },
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** A formula that was read: a number, or nothing (`null`), for each row. */
export type Formula =
  | { kind: 'number'; value: number | null }
  | { kind: 'column'; id: string }
  | { kind: 'negative'; of: Formula }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }
  | { kind: 'if'; when: Condition; then: Formula; otherwise: Formula }
  | { kind: 'call'; name: Exclude<FunctionName, 'if'>; values: Formula[] };

export interface Condition {
  comparison: Comparison;
  left: Formula;
  right: Formula;
}

export const LONGEST_FORMULA = 1000;
export const DEEPEST_FORMULA = 40;
export const MOST_PLACES = 10;
