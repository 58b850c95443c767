import type { ActivityRule, AttributeRule, ListRule, Match, SmartList, SmartListRule } from '@tallysheet/contract';

/** A rule that holds no others. */
export type SingleRule = AttributeRule | ActivityRule | ListRule;

/** A rule while it is being written; its key stays the same while others come, go and move. */
export interface RuleDraft {
  key: number;
  rule: SingleRule;
}

/** A group of rules while it is being written. */
export interface GroupDraft {
  key: number;
  match: Match;
  rules: Draft[];
}

export type Draft = RuleDraft | GroupDraft;

/** Where the focus belongs once a rule is gone: on another one, or on what adds one to a group. */
export type FocusPlace = { rule: number } | { adder: number };

/** What a rule is about, without anything chosen yet. */
export const NEW_RULES = {
  attribute: { attribute: '', operator: 'is', values: [] },
  activity: { did: 'opened' },
  list: { list: '' },
} as const satisfies Record<string, SingleRule>;
export type RuleKind = keyof typeof NEW_RULES;

let lastKey = 0;

export function isGroup(draft: Draft): draft is GroupDraft {
  return 'match' in draft;
}

export function isGroupRule(rule: SmartListRule): rule is SmartList {
  return 'match' in rule;
}

export function draftOf({ match, rules }: SmartList): GroupDraft {
  return {
    key: ++lastKey,
    match,
    rules: rules.map((rule) => (isGroupRule(rule) ? draftOf(rule) : { key: ++lastKey, rule })),
  };
}

export function newRule(kind: RuleKind): RuleDraft {
  return { key: ++lastKey, rule: { ...NEW_RULES[kind] } };
}

/** A group with one rule in it: one without any would have nothing to say. */
export function newGroup(): GroupDraft {
  return { key: ++lastKey, match: 'any', rules: [newRule('attribute')] };
}

export function listOf({ match, rules }: GroupDraft): SmartList {
  return { match, rules: rules.map((draft) => (isGroup(draft) ? listOf(draft) : draft.rule)) };
}

export function withAdded(root: GroupDraft, groupKey: number, added: Draft): GroupDraft {
  return inGroup(root, groupKey, (group) => ({ ...group, rules: [...group.rules, added] }));
}

export function withMatch(root: GroupDraft, groupKey: number, match: Match): GroupDraft {
  return inGroup(root, groupKey, (group) => ({ ...group, match }));
}

export function withRule(root: GroupDraft, key: number, rule: SingleRule): GroupDraft {
  const rules = root.rules.map((draft) => {
    if (isGroup(draft)) return withRule(draft, key, rule);
    return draft.key === key ? { key, rule } : draft;
  });
  return { ...root, rules };
}

/** Without a rule or a group; a group that has lost its last rule goes as well. */
export function withRemoved(root: GroupDraft, key: number): GroupDraft {
  const rules = root.rules.flatMap((draft): Draft[] => {
    if (draft.key === key) return [];
    if (!isGroup(draft)) return [draft];
    const inside = withRemoved(draft, key);
    return inside.rules.length === 0 && draft.rules.length > 0 ? [] : [inside];
  });
  return { ...root, rules };
}

/** With a rule one place further up (-1) or down (1) among those beside it. */
export function withMoved(root: GroupDraft, key: number, by: -1 | 1): GroupDraft {
  const from = root.rules.findIndex((draft) => draft.key === key);
  if (from === -1) {
    return { ...root, rules: root.rules.map((draft) => (isGroup(draft) ? withMoved(draft, key, by) : draft)) };
  }
  const to = from + by;
  if (to < 0 || to >= root.rules.length) return root;
  const rules = [...root.rules];
  [rules[from], rules[to]] = [rules[to]!, rules[from]!];
  return { ...root, rules };
}

/** Where the focus goes when a rule is taken away: to the next one, else the one before, else where rules are added. */
export function placeAfter(root: GroupDraft, key: number): FocusPlace {
  const path = draftPath(root, key);
  const group = path.at(-2);
  if (!group || !isGroup(group)) return { adder: root.key };
  const index = group.rules.findIndex((draft) => draft.key === key);
  const next = group.rules[index + 1] ?? group.rules[index - 1];
  if (next) return { rule: next.key };
  // The group goes with its last rule.
  return group.key === root.key ? { adder: root.key } : placeAfter(root, group.key);
}

/** The rule that a place such as `rules.2.rules.0.attribute` is about, and what of it is meant. */
export function draftAt(root: GroupDraft, place: string): { key: number; field: string } {
  const [word, index, ...rest] = place.split('.');
  const draft = word === 'rules' ? root.rules[Number(index)] : undefined;
  if (!draft) return { key: root.key, field: place };
  return isGroup(draft) ? draftAt(draft, rest.join('.')) : { key: draft.key, field: rest.join('.') };
}

/** Every single rule, in the order they are read in. */
export function singleRules(root: GroupDraft): RuleDraft[] {
  return root.rules.flatMap((draft) => (isGroup(draft) ? singleRules(draft) : [draft]));
}

/** Only the rules that pass; groups that have none left are left out. */
export function withOnly(root: GroupDraft, passes: (rule: RuleDraft) => boolean): GroupDraft {
  const rules = root.rules.flatMap((draft): Draft[] => {
    if (!isGroup(draft)) return passes(draft) ? [draft] : [];
    const inside = withOnly(draft, passes);
    return inside.rules.length === 0 ? [] : [inside];
  });
  return { ...root, rules };
}

function inGroup(root: GroupDraft, key: number, change: (group: GroupDraft) => GroupDraft): GroupDraft {
  if (root.key === key) return change(root);
  return { ...root, rules: root.rules.map((draft) => (isGroup(draft) ? inGroup(draft, key, change) : draft)) };
}

/** From the outermost group down to a rule; empty when there is no such rule. */
function draftPath(draft: Draft, key: number): Draft[] {
  if (draft.key === key) return [draft];
  if (!isGroup(draft)) return [];
  for (const inner of draft.rules) {
    const path = draftPath(inner, key);
    if (path.length > 0) return [draft, ...path];
  }
  return [];
}
