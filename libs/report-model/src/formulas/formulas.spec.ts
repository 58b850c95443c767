import fc from 'fast-check';
import { bruteForce } from './brute-force';
import { evaluateFormula } from './evaluate-formula';
import { LONGEST_FORMULA } from './formula';
import { FormulaFault } from './formula-fault';
import { parseFormula, type NameCheck } from './parse-formula';

const COLUMNS: Record<string, number | null> = {
  sent: 2000,
  delivered: 1600,
  clicked: 40,
  openRate: 0.25,
  empty: null,
};
const check: NameCheck = (name) => (Object.hasOwn(COLUMNS, name) ? 'number' : 'column');
const valueOf = (id: string) => COLUMNS[id]!;
const value = (text: string) => evaluateFormula(parseFormula(text, check), valueOf);

const isShortEnough = (text: string) => text.length <= LONGEST_FORMULA;

function faultOf(text: string): FormulaFault | null {
  try {
    parseFormula(text, check);
    return null;
  } catch (fault) {
    if (fault instanceof FormulaFault) return fault;
    throw fault;
  }
}

describe('A formula', () => {
  it.each<[string, number | null]>([
    ['=clicked / delivered', 0.025],
    ['clicked/delivered', 0.025],
    ['=round(openRate*100, 1)', 25],
    ['=if(sent > 1000, clicked, null)', 40],
    ['=if(sent <= 1000; clicked; null)', null],
    ['=1 + 2 * 3 - 4 / 2', 5],
    ['=10 - 3 - 2', 5],
    ['=64 / 4 / 2', 8],
    ['=(1 + 2) * 3', 9],
    ['=-2 * -3', 6],
    ['=--2', 2],
    ['=2 - -3', 5],
    ['=1.5e3', 1500],
    ['=min(sent, delivered, 3) + max(1, 2)', 5],
    ['=abs(delivered - sent)', 400],
    ['=if(1 = 1, 1, 0) + if(1 <> 1, 10, 0) + if(2 >= 2, 100, 0)', 101],
  ])('%s is %p', (text, expected) => expect(value(text)).toBe(expected));

  it.each(['=sent / 0', '=0 / 0', '=empty + 1', '=-empty', '=min(1, empty)', '=round(empty)', '=if(empty > 1, 1, 2)'])(
    '%s is empty',
    (text) => expect(value(text)).toBeNull(),
  );

  it('gets a value where something is empty with coalesce only', () => {
    expect(value('=coalesce(empty, sent / 0, 7, 8)')).toBe(7);
    expect(value('=coalesce(null)')).toBeNull();
  });

  it.each<[string, number]>([
    ['=round(1.005, 2)', 1.01],
    ['=round(-2.5)', -3],
    ['=round(0.00000012345, 10)', 0.0000001235],
    ['=round(-0.2)', 0],
    ['=round(1e300, 10)', 1e300],
  ])('rounds halves away from zero, as it is written: %s is %p', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('past the largest number is empty', () => expect(value('=1e308 * 10')).toBeNull());

  it('comes to what a second evaluator makes of the same text', () => {
    fc.assert(
      fc.property(formulas.filter(isShortEnough), (text) => {
        const expected = bruteForce(text, COLUMNS);
        expect({ text, value: value(text) }).toEqual({ text, value: expected === null ? null : expected + 0 });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('A formula that cannot be read names the character and what should be there', () => {
  it.each<[string, number, string, string]>([
    ['', 1, 'value', ''],
    ['=', 2, 'value', ''],
    ['=clicked /', 11, 'value', ''],
    ['=clicked / * 2', 12, 'value', '*'],
    ['=clicked delivered', 10, 'operator', 'delivered'],
    ['=clicked > 3', 10, 'operator', '>'],
    ['=(clicked', 10, 'closing', ''],
    ['=clicked)', 9, 'operator', ')'],
    ['=clickd / delivered', 2, 'column', 'clickd'],
    ['=sum(sent)', 2, 'function', 'sum'],
    ['=toString(1)', 2, 'function', 'toString'],
    ['=min', 5, 'opening', ''],
    ['=min()', 6, 'value', ')'],
    ['=abs(1, 2)', 7, 'closing', ','],
    ['=if(sent, 1, 2)', 9, 'comparison', ','],
    ['=if(sent > 1, 2)', 16, 'separator', ')'],
    ['=round(sent, 1.5)', 14, 'places', '1.5'],
    ['=round(sent, clicked)', 14, 'places', 'clicked'],
    ['=round(sent, 11)', 14, 'places', '11'],
    ['=1e999', 2, 'range', '1e999'],
    ['=sent + "x"', 9, 'value', '"'],
    ['=sent ; DROP', 7, 'operator', ';'],
    ['=1 + 😀', 6, 'value', '😀'],
    ['=__proto__', 2, 'column', '__proto__'],
    ['=constructor', 2, 'column', 'constructor'],
    [`=${'('.repeat(400)}`, 42, 'depth', '('],
    [`=${'-'.repeat(900)}1`, 42, 'depth', '-'],
    [`=${'abs('.repeat(200)}`, 162, 'depth', 'abs'],
    [`=${'1+'.repeat(5000)}1`, 1001, 'length', ''],
  ])('%s', (text, position, expected, found) => {
    expect(faultOf(text)).toMatchObject({ position, expected, found });
  });

  it('whatever is written, it is a number, nothing, or a fault within the text', () => {
    const pieces = fc.constantFrom(
      'sent',
      'null',
      'if(',
      'min(',
      'round(',
      '(',
      ')',
      ',',
      '+',
      '-',
      '/',
      '<',
      '=',
      '1',
      '9e99',
      ' ',
      '__proto__',
      '\0',
    );
    const nearly = fc.array(pieces, { maxLength: 300 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary', maxLength: 10_000, size: 'max' })), (text) => {
        const fault = faultOf(text);
        if (!fault) return value(text) === null || Number.isFinite(value(text));
        return fault.position >= 1 && fault.position <= text.length + 1;
      }),
      { numRuns: 2000 },
    );
  });
});

/** Formulas that can be read, without more brackets than they need, so that the order of operators is put to the test. */
const { formula: formulas } = fc.letrec<{ formula: string; operand: string }>((tie) => {
  const list = (least: number) => fc.array(tie('formula'), { minLength: least, maxLength: 3 });
  const separator = fc.constantFrom(',', ', ', ';');
  return {
    formula: fc
      .tuple(
        tie('operand'),
        fc.array(fc.tuple(fc.constantFrom('+', ' - ', '*', ' / '), tie('operand')), { maxLength: 3 }),
      )
      .map(([first, others]) => first + others.map(([sign, operand]) => sign + operand).join('')),
    operand: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'formula' },
      fc.constantFrom(...Object.keys(COLUMNS), 'null'),
      fc.integer({ min: 0, max: 50 }).map(String),
      fc.constantFrom('0.5', '2.25', '100.125'),
      tie('operand').map((operand) => `-${operand}`),
      tie('formula').map((inner) => `(${inner})`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'coalesce'), list(1), separator)
        .map(([name, values, between]) => `${name}(${values.join(between)})`),
      fc.tuple(fc.constantFrom('abs', 'round'), tie('formula')).map(([name, inner]) => `${name}(${inner})`),
      fc
        .tuple(
          fc.constantFrom('<', '<=', '>', '>=', '=', '<>'),
          ...[0, 1, 2, 3].map(() => fc.constantFrom('sent', 'clicked', '40', 'empty', 'sent/clicked')),
        )
        .map(([sign, a, b, then, otherwise]) => `if(${a} ${sign} ${b}, ${then}, ${otherwise})`),
    ),
  };
});
