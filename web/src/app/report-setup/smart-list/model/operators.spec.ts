import { attributeRuleSchema, type AttributeRule, OPERATORS_OF } from '@tallysheet/contract';
import { withAttribute, withOperator } from './operators';

const AGE: AttributeRule = { attribute: 'age', operator: 'is', values: [7, 9] };

describe('The comparison of a rule', () => {
  it('keeps what it is followed by where that fits the next one', () => {
    const between = withOperator(AGE, 'between');
    expect(between).toEqual({ attribute: 'age', operator: 'between', from: 7, to: 9 });
    expect(withOperator(between, 'at-least')).toEqual({ attribute: 'age', operator: 'at-least', value: 7 });
    expect(withOperator(between, 'is-not')).toEqual({ attribute: 'age', operator: 'is-not', values: [7, 9] });
    expect(withOperator(AGE, 'is-empty')).toEqual({ attribute: 'age', operator: 'is-empty' });
    expect(withOperator({ attribute: 'age', operator: 'is-empty' }, 'is')).toEqual({ ...AGE, values: [] });
  });

  it('keeps a span from one relative comparison to the next', () => {
    const past: AttributeRule = { attribute: 'born', operator: 'in-past', amount: 3, unit: 'week' };
    expect(withOperator(past, 'in-future')).toEqual({ ...past, operator: 'in-future' });
  });

  it('begins anew with an attribute of another type, and keeps all with one of the same', () => {
    expect(withAttribute(AGE, 'height', 'number', 'number')).toEqual({ ...AGE, attribute: 'height' });
    expect(withAttribute(AGE, 'city', 'text', 'number')).toEqual({ attribute: 'city', operator: 'is', values: [] });
    expect(withAttribute(AGE, 'vip', 'boolean', 'number')).toEqual({
      attribute: 'vip',
      operator: 'is',
      values: [true],
    });
    expect(withAttribute(AGE, 'born', 'date', 'number')).toEqual({ attribute: 'born', operator: 'is', values: [] });
  });

  it('is one that the server knows, whatever it is followed by', () => {
    const filled = { values: ['x'], value: 1, from: 1, to: 2 };
    for (const operator of new Set(Object.values(OPERATORS_OF).flat())) {
      const rule = withOperator({ attribute: 'a', operator: 'is', values: [] }, operator);
      const written = Object.fromEntries(
        Object.entries(rule).map(([field, value]) => [
          field,
          Object.hasOwn(filled, field) ? filled[field as keyof typeof filled] : value,
        ]),
      );
      expect(attributeRuleSchema.safeParse(written)).toMatchObject({ success: true });
    }
  });
});
