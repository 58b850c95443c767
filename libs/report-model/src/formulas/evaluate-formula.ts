import type { Comparison, Formula, Operator } from './formula';

type Value = number | null;

const OPERATIONS: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const COMPARES: Record<Comparison, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

/** A formula's value for one row. Empty where a part of it is empty, over zero, and past the largest number. */
export function evaluateFormula(formula: Formula, valueOf: (id: string) => Value): Value {
  const value = (part: Formula): Value => evaluateFormula(part, valueOf);
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'column':
      return valueOf(formula.id);
    case 'negative':
      return together([value(formula.of)], (n) => -n);
    case 'operation':
      return together([value(formula.left), value(formula.right)], (a, b) => OPERATIONS[formula.operator](a, b));
    case 'if': {
      const { left, right, comparison } = formula.when;
      const [a, b] = [value(left), value(right)];
      if (a === null || b === null) return null;
      return value(COMPARES[comparison](a, b) ? formula.then : formula.otherwise);
    }
    case 'call':
      return call(formula.name, formula.values.map(value));
  }
}

function call(name: (Formula & { kind: 'call' })['name'], values: Value[]): Value {
  switch (name) {
    case 'coalesce':
      return values.find((value) => value !== null) ?? null;
    case 'round':
      return together(values, (n, places = 0) => round(n, places));
    default:
      return together(values, (...numbers) => Math[name](...(numbers as [number])));
  }
}

/** A number of numbers; nothing if one of them is nothing, or if there is no such number. */
function together(values: Value[], operation: (...numbers: number[]) => number): Value {
  if (values.some((value) => value === null)) return null;
  const result = operation(...(values as number[]));
  // There is one zero: −0 would be written with a minus.
  return Number.isFinite(result) ? result + 0 : null;
}

/** Rounds halves away from zero, by the digits that the number is written with: 1.005 to two places is 1.01. */
function round(value: number, places: number): number {
  const shifted = Math.round(shift(Math.abs(value), places));
  return Number.isFinite(shifted) ? Math.sign(value) * shift(shifted, -places) : value;
}

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
