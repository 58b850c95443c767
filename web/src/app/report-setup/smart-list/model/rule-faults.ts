import type { AttributeRule, AttributeType } from '@tallysheet/contract';
import type { MessageKey } from '@tallysheet/messages';
import { type GroupDraft, type RuleDraft, singleRules, type SingleRule } from './rule-draft';
import { fits } from './typed-value';

/** What is missing in a rule, or wrong, and the field it is about. */
export interface Fault {
  field: string;
  message: MessageKey;
}

export type TypeOf = (attribute: string) => AttributeType;

const MOST = 10_000;

/** Why a rule cannot be asked yet; null when it can. */
export function faultOf(rule: SingleRule, typeOf: TypeOf): Fault | null {
  if ('list' in rule) return rule.list === '' ? { field: 'list', message: 'smart.fault.list' } : null;
  if ('did' in rule) {
    return isWhole(rule.atLeast ?? 1) ? null : { field: 'atLeast', message: 'smart.fault.whole' };
  }
  if (rule.attribute === '') return { field: 'attribute', message: 'smart.fault.attribute' };
  return operandFault(rule, typeOf(rule.attribute));
}

/** The faults of all rules, by the rules' keys. */
export function faultsOf(root: GroupDraft, typeOf: TypeOf): Map<number, Fault> {
  const found = new Map<number, Fault>();
  for (const { key, rule } of singleRules(root)) {
    const fault = faultOf(rule, typeOf);
    if (fault) found.set(key, fault);
  }
  return found;
}

export function isFinished({ rule }: RuleDraft, typeOf: TypeOf): boolean {
  return faultOf(rule, typeOf) === null;
}

function operandFault(rule: AttributeRule, type: AttributeType): Fault | null {
  if ('values' in rule) {
    if (rule.values.length === 0) return { field: 'values', message: 'smart.fault.value' };
    return rule.values.every((value) => fits(value, type)) ? null : unfit('values', type);
  }
  if ('value' in rule) return scalarFault('value', rule.value, type);
  if ('unit' in rule) return isWhole(rule.amount) ? null : { field: 'amount', message: 'smart.fault.whole' };
  if (!('from' in rule)) return null;
  const fault = scalarFault('from', rule.from, type) ?? scalarFault('to', rule.to, type);
  if (fault) return fault;
  return rule.from > rule.to ? { field: 'to', message: 'smart.fault.order' } : null;
}

function scalarFault(field: string, value: string | number, type: AttributeType): Fault | null {
  if (value === '') return { field, message: 'smart.fault.value' };
  return fits(value, type) ? null : unfit(field, type);
}

function unfit(field: string, type: AttributeType): Fault {
  if (type === 'number') return { field, message: 'smart.fault.number' };
  return { field, message: type === 'date' ? 'setup.date.not-a-date' : 'smart.fault.value' };
}

function isWhole(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= MOST;
}
