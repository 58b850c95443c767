import {
  COMPARISONS,
  DEEPEST_FORMULA,
  FUNCTIONS,
  LONGEST_FORMULA,
  MOST_PLACES,
  type Comparison,
  type Condition,
  type Formula,
  type FunctionName,
  type Operator,
} from './formula';
import { FormulaFault, type Expected } from './formula-fault';
import { formulaTokens, type Token } from './formula-tokens';

/** What a name in a formula stands for; anything but a number is what should have stood there. */
export type NameCheck = (name: string) => 'number' | Expected;

/** Reads a formula, with or without its equals sign. Throws a `FormulaFault` at the first character that does not fit. */
export function parseFormula(text: string, check: NameCheck): Formula {
  if (text.length > LONGEST_FORMULA) throw new FormulaFault(LONGEST_FORMULA + 1, 'length', '');
  return new FormulaParser(formulaTokens(text), check).whole();
}

/** Goes from left to right, one method for each line of the grammar in docs/formulas.md. */
class FormulaParser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly check: NameCheck,
  ) {}

  whole(): Formula {
    const formula = this.sum();
    if (this.next.kind !== 'end') this.fail('operator');
    return formula;
  }

  private sum(): Formula {
    let left = this.product();
    for (let operator = this.take('+', '-'); operator; operator = this.take('+', '-')) {
      left = { kind: 'operation', operator, left, right: this.product() };
    }
    return left;
  }

  private product(): Formula {
    let left = this.signed();
    for (let operator = this.take('*', '/'); operator; operator = this.take('*', '/')) {
      left = { kind: 'operation', operator, left, right: this.signed() };
    }
    return left;
  }

  private signed(): Formula {
    if (++this.depth > DEEPEST_FORMULA) this.fail('depth');
    const formula: Formula = this.take('-') ? { kind: 'negative', of: this.signed() } : this.operand();
    this.depth -= 1;
    return formula;
  }

  private operand(): Formula {
    if (this.next.kind === 'number') return { kind: 'number', value: this.number() };
    if (this.next.kind === 'word') return this.named();
    if (!this.take('(')) this.fail('value');
    const inner = this.sum();
    if (!this.take(')')) this.fail('closing');
    return inner;
  }

  private number(): number {
    const value = Number(this.next.text);
    if (!Number.isFinite(value)) this.fail('range');
    this.at += 1;
    return value;
  }

  private named(): Formula {
    const word = this.next;
    const isCall = this.tokens[this.at + 1]?.text === '(';
    if (isCall && !isFunction(word.text)) this.fail('function');
    if (isFunction(word.text)) return this.call(word.text);
    if (word.text !== 'null') {
      const found = this.check(word.text);
      if (found !== 'number') this.fail(found);
    }
    this.at += 1;
    return word.text === 'null' ? { kind: 'number', value: null } : { kind: 'column', id: word.text };
  }

  private call(name: FunctionName): Formula {
    this.at += 1;
    if (!this.take('(')) this.fail('opening');
    if (name === 'if') return this.choice();
    const { least, most } = FUNCTIONS[name];
    const values = [this.sum()];
    while (values.length < most && this.take(',', ';')) {
      values.push(name === 'round' ? this.places() : this.sum());
    }
    if (!this.take(')')) this.fail(values.length < least ? 'separator' : 'closing');
    return { kind: 'call', name, values };
  }

  private choice(): Formula {
    const when = this.condition();
    this.separate();
    const then = this.sum();
    this.separate();
    const otherwise = this.sum();
    if (!this.take(')')) this.fail('closing');
    return { kind: 'if', when, then, otherwise };
  }

  private condition(): Condition {
    const left = this.sum();
    const comparison = this.take<Comparison>(...COMPARISONS);
    if (!comparison) return this.fail('comparison');
    return { comparison, left, right: this.sum() };
  }

  private places(): Formula {
    const { kind, text } = this.next;
    if (kind !== 'number' || !/^\d+$/.test(text) || Number(text) > MOST_PLACES) this.fail('places');
    return { kind: 'number', value: this.number() };
  }

  private separate(): void {
    if (!this.take(',', ';')) this.fail('separator');
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  /** The next sign, if it is one of these. */
  private take<T extends Operator | Comparison | '(' | ')' | ',' | ';'>(...signs: readonly T[]): T | undefined {
    const { kind, text } = this.next;
    const sign = kind === 'sign' ? signs.find((one) => one === text) : undefined;
    if (sign) this.at += 1;
    return sign;
  }

  private fail(expected: Expected): never {
    throw new FormulaFault(this.next.position, expected, this.next.text);
  }
}

function isFunction(word: string): word is FunctionName {
  return Object.hasOwn(FUNCTIONS, word);
}
