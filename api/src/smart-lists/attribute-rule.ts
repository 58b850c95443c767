import {
  OPERATORS_OF,
  TallysheetError,
  type AttributeOperator,
  type AttributeRule,
  type AttributeType,
} from '@tallysheet/contract';
import { dayRun, daysAfter, daysBefore, daysFromToday, type FrameContext } from '@tallysheet/report-model';
import { readAttributeValue } from '@tallysheet/sources';
import type { KnownAttribute } from '../people/attribute.repository';
import { textKey } from '../people/stored-value';
import type { AttributeTest, TextPlace, ValueTest } from '../reports/compile/list-test';

/** Operators that find whom another one does not. */
const OPPOSITES: Partial<Record<AttributeOperator, AttributeOperator>> = {
  'is-not': 'is',
  'not-contains': 'contains',
  'not-starts-with': 'starts-with',
  'not-between': 'between',
  'not-in-past': 'in-past',
  'is-empty': 'is-not-empty',
};

const TEXT_PLACES: Partial<Record<AttributeOperator, TextPlace>> = {
  is: 'whole',
  contains: 'anywhere',
  'starts-with': 'start',
  'ends-with': 'end',
};

const COMPARISONS = { 'less-than': '<', 'at-most': '<=', 'greater-than': '>', 'at-least': '>=' } as const;

type Value = string | number | boolean;

/** Reads a rule on an attribute by its type. Throws `operator-not-for-type`, `value-not-for-type`, `range-upside-down`. */
export function readAttributeRule(
  rule: AttributeRule,
  { id, name, type }: KnownAttribute,
  calendar: FrameContext,
  path: string,
): AttributeTest {
  const { operator } = rule;
  if (!(OPERATORS_OF[type] as readonly AttributeOperator[]).includes(operator)) {
    throw new TallysheetError('operator-not-for-type', { attribute: name, operator, type }, `${path}.operator`);
  }
  const opposite = OPPOSITES[operator];
  const reading = new RuleReading({ ...rule, operator: opposite ?? operator } as AttributeRule, name, calendar, path);
  return { kind: 'attribute', attributeId: id, not: opposite !== undefined, values: reading.as(type) };
}

/** One rule whose operator says what it finds. */
class RuleReading {
  constructor(
    private readonly rule: AttributeRule,
    private readonly attribute: string,
    private readonly calendar: FrameContext,
    private readonly path: string,
  ) {}

  as(type: AttributeType): ValueTest {
    if (this.rule.operator === 'is-not-empty') return { kind: 'any' };
    if (type === 'text') return this.texts();
    return type === 'date' ? this.days() : this.numbers(type);
  }

  private texts(): ValueTest {
    const texts = this.values((value) => (typeof value === 'string' ? textKey(value) : null), 'text');
    return { kind: 'texts', place: TEXT_PLACES[this.rule.operator]!, texts };
  }

  private numbers(type: 'number' | 'boolean'): ValueTest {
    const read = (value: Value) => numberOf(type, value);
    const { rule } = this;
    if ('from' in rule) {
      const [from, to] = this.range(read, type);
      const between = [
        { operator: '>=', number: from },
        { operator: '<=', number: to },
      ] as const;
      return { kind: 'compared', by: between };
    }
    if ('value' in rule) {
      const operator = COMPARISONS[rule.operator as keyof typeof COMPARISONS];
      return { kind: 'compared', by: [{ operator, number: this.fitting(rule.value, read, type, 'value') }] };
    }
    return { kind: 'numbers', numbers: this.values(read, type) };
  }

  private days(): ValueTest {
    const { rule, calendar } = this;
    const { timeZone } = calendar;
    if ('amount' in rule) {
      const direction = rule.operator === 'in-future' ? 'future' : 'past';
      return { kind: 'days', runs: [daysFromToday(direction, rule.amount, rule.unit, calendar)] };
    }
    if ('from' in rule) {
      const [from, to] = this.range(dayOf, 'date');
      return { kind: 'days', runs: [dayRun(from, to, timeZone)] };
    }
    if ('value' in rule) {
      const day = this.fitting(rule.value, dayOf, 'date', 'value');
      return {
        kind: 'days',
        runs: [rule.operator === 'before' ? daysBefore(day, timeZone) : daysAfter(day, timeZone)],
      };
    }
    return { kind: 'days', runs: this.values(dayOf, 'date').map((day) => dayRun(day, day, timeZone)) };
  }

  private values<T>(read: (value: Value) => T | null, type: AttributeType): T[] {
    const values = 'values' in this.rule ? this.rule.values : [];
    return values.map((value, at) => this.fitting(value, read, type, `values.${at}`));
  }

  private range<T extends string | number>(read: (value: Value) => T | null, type: AttributeType): [T, T] {
    const { from, to } = this.rule as Extract<AttributeRule, { from: unknown }>;
    const [first, last] = [this.fitting(from, read, type, 'from'), this.fitting(to, read, type, 'to')];
    if (first > last) throw new TallysheetError('range-upside-down', { from, to }, `${this.path}.to`);
    return [first, last];
  }

  private fitting<T>(value: Value, read: (value: Value) => T | null, type: AttributeType, place: string): T {
    const found = read(value);
    if (found !== null) return found;
    const params = { attribute: this.attribute, value: String(value).slice(0, 100), type };
    throw new TallysheetError('value-not-for-type', params, `${this.path}.${place}`);
  }
}

function numberOf(type: 'number' | 'boolean', value: Value): number | null {
  if (type === 'number' && typeof value === 'number') return value;
  const read =
    typeof value === (type === 'number' ? 'boolean' : 'number') ? null : readAttributeValue(type, String(value));
  if (read?.type === 'number') return read.number;
  return read?.type === 'boolean' ? Number(read.yes) : null;
}

function dayOf(value: Value): string | null {
  const text = String(value).trim();
  const read = readAttributeValue('date', text);
  return read?.type === 'date' && read.isDay ? text : null;
}
