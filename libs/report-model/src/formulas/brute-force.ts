type Value = number | null;
type Compare = (a: number, b: number) => boolean;

const COMPARES: [string, Compare][] = [
  ['<=', (a, b) => !(a > b)],
  ['>=', (a, b) => !(a < b)],
  ['<>', (a, b) => a < b || a > b],
  ['<', (a, b) => b > a],
  ['>', (a, b) => b < a],
  ['=', (a, b) => !(a < b) && !(a > b)],
];

/** A second evaluator for the specs: it has no grammar, and cuts the text at its last outermost operator. */
export function bruteForce(text: string, columns: Record<string, Value>): Value {
  const formula = text.replace(/\s/g, '').replace(/^=/, '');
  const value = (part: string) => bruteForce(part, columns);
  const cut = lastOutermost(formula, '+-') ?? lastOutermost(formula, '*/');
  if (cut !== undefined) {
    const [a, b] = [value(formula.slice(0, cut)), value(formula.slice(cut + 1))];
    return a === null || b === null ? null : finite(calculate(formula[cut]!, a, b));
  }
  if (formula.startsWith('-')) return negative(value(formula.slice(1)));
  if (formula.startsWith('(')) return value(formula.slice(1, -1));
  const call = /^([a-z]+)\((.*)\)$/.exec(formula);
  if (call) return called(call[1]!, argumentsOf(call[2]!), value);
  if (formula === 'null') return null;
  return Object.hasOwn(columns, formula) ? columns[formula]! : Number(formula);
}

function called(name: string, parts: string[], value: (part: string) => Value): Value {
  if (name === 'if') {
    const [sign, compare] = COMPARES.find(([each]) => parts[0]!.includes(each))!;
    const at = outermost(parts[0]!, (_, index) => parts[0]!.startsWith(sign, index))[0]!;
    const [a, b] = [value(parts[0]!.slice(0, at)), value(parts[0]!.slice(at + sign.length))];
    return a === null || b === null ? null : value(compare(a, b) ? parts[1]! : parts[2]!);
  }
  const values = parts.map(value);
  if (name === 'coalesce') return values.filter((each) => each !== null)[0] ?? null;
  if (values.includes(null)) return null;
  const [first, ...others] = values as number[];
  if (name === 'abs') return first! < 0 ? -first! : first!;
  if (name === 'round') return rounded(first!);
  return others.reduce((best, each) => ((name === 'min' ? each < best : each > best) ? each : best), first!);
}

function rounded(n: number): number {
  const whole = Math.trunc(n);
  return Math.abs(n - whole) >= 0.5 ? whole + Math.sign(n) : whole;
}

function calculate(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  return operator === '*' ? a * b : a / b;
}

function negative(value: Value): Value {
  return value === null ? null : 0 - value;
}

function finite(value: number): Value {
  return Number.isFinite(value) ? value : null;
}

/** Where a sign between two values stands outside of all brackets, for the last time. */
function lastOutermost(text: string, signs: string): number | undefined {
  return outermost(text, (sign, at) => signs.includes(sign) && at > 0 && /[\w)]/.test(text[at - 1]!)).at(-1);
}

function outermost(text: string, isWanted: (sign: string, at: number) => boolean): number[] {
  let depth = 0;
  return [...text].flatMap((sign, at) => {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    return depth === 0 && isWanted(sign, at) ? [at] : [];
  });
}

function argumentsOf(text: string): string[] {
  const cuts = [-1, ...outermost(text, (sign) => sign === ',' || sign === ';'), text.length];
  return cuts.slice(1).map((end, index) => text.slice(cuts[index]! + 1, end));
}
