import type { SmartList } from '@tallysheet/contract';

/** The ids of the saved lists that a list names, at any depth of its own. */
export function listsNamed({ rules }: SmartList): Set<string> {
  const ids = rules.flatMap((rule) => {
    if ('list' in rule) return [rule.list];
    return 'rules' in rule ? [...listsNamed(rule)] : [];
  });
  return new Set(ids);
}
