import type { AttributeType } from '@tallysheet/contract';
import { draftOf, type SingleRule } from './rule-draft';
import { faultOf, faultsOf } from './rule-faults';

const typeOf = (attribute: string): AttributeType =>
  attribute === 'age' ? 'number' : attribute === 'born' ? 'date' : 'text';

describe('What is missing in a rule', () => {
  it.each<[SingleRule, string | null, string | null]>([
    [{ attribute: '', operator: 'is', values: ['x'] }, 'attribute', 'smart.fault.attribute'],
    [{ attribute: 'city', operator: 'is', values: [] }, 'values', 'smart.fault.value'],
    [{ attribute: 'city', operator: 'is', values: ['Lyon'] }, null, null],
    [{ attribute: 'city', operator: 'is-empty' }, null, null],
    [{ attribute: 'age', operator: 'is', values: [3, 'four'] }, 'values', 'smart.fault.number'],
    [{ attribute: 'age', operator: 'at-least', value: '' }, 'value', 'smart.fault.value'],
    [{ attribute: 'age', operator: 'at-least', value: 'ten' }, 'value', 'smart.fault.number'],
    [{ attribute: 'age', operator: 'between', from: 1, to: '' }, 'to', 'smart.fault.value'],
    [{ attribute: 'age', operator: 'between', from: 10, to: 9 }, 'to', 'smart.fault.order'],
    [{ attribute: 'age', operator: 'between', from: 9, to: 9 }, null, null],
    [{ attribute: 'born', operator: 'before', value: 'soon' }, 'value', 'setup.date.not-a-date'],
    [{ attribute: 'born', operator: 'between', from: '2026-03-02', to: '2026-03-01' }, 'to', 'smart.fault.order'],
    [{ attribute: 'born', operator: 'in-past', amount: 1.5, unit: 'day' }, 'amount', 'smart.fault.whole'],
    [{ attribute: 'born', operator: 'in-past', amount: 0, unit: 'day' }, 'amount', 'smart.fault.whole'],
    [{ did: 'opened', atLeast: 0 }, 'atLeast', 'smart.fault.whole'],
    [{ did: 'opened', atLeast: 10_001 }, 'atLeast', 'smart.fault.whole'],
    [{ did: 'opened' }, null, null],
    [{ list: '' }, 'list', 'smart.fault.list'],
    [{ list: 'vip' }, null, null],
  ])('%j', (rule, field, message) => {
    expect(faultOf(rule, typeOf)).toEqual(field === null ? null : { field, message });
  });

  it('is told rule by rule, in groups as well', () => {
    const root = draftOf({ match: 'all', rules: [{ did: 'sent' }, { match: 'any', rules: [{ list: '' }] }] });
    expect([...faultsOf(root, typeOf).values()]).toEqual([{ field: 'list', message: 'smart.fault.list' }]);
  });
});
