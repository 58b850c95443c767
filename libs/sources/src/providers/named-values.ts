import { Fields } from './fields';
import type { LabelCollector } from './labels';

/** Labels that come as a list of `{name, value}`. */
export function collectNamed(labels: LabelCollector, list: readonly unknown[]): LabelCollector {
  for (const each of list) {
    const { name, value } = namedValue(each);
    if (name) labels.one(name, value);
  }
  return labels;
}

/** Headers of the customer's own (`X-…`) in a list of `{name, value}`, under their names as written and in lower case. */
export function collectHeaders(labels: LabelCollector, list: readonly unknown[]): LabelCollector {
  for (const each of list) {
    const { name, value } = namedValue(each);
    if (name && /^x-/i.test(name)) labels.one(name, value).one(name.toLowerCase(), value);
  }
  return labels;
}

export function namedValue(each: unknown): { name: string | undefined; value: unknown } {
  const fields = Fields.of(each);
  return { name: fields.text('name'), value: fields.raw('value') };
}
