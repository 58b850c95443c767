import type { SmartList } from '@tallysheet/contract';
import {
  draftAt,
  draftOf,
  type GroupDraft,
  isGroup,
  listOf,
  newGroup,
  newRule,
  placeAfter,
  singleRules,
  withAdded,
  withMatch,
  withMoved,
  withOnly,
  withRemoved,
  withRule,
} from './rule-draft';

/** Opened, and (in a list or clicked), and sent. */
const LIST: SmartList = {
  match: 'all',
  rules: [{ did: 'opened' }, { match: 'any', rules: [{ list: 'vip' }, { did: 'clicked' }] }, { did: 'sent' }],
};

describe('A smart list while it is written', () => {
  const root = draftOf(LIST);
  const keyOf = (place: string) => draftAt(root, place).key;
  const group = root.rules[1] as GroupDraft;
  const [opened, list, clicked, sent] = singleRules(root).map(({ key }) => key) as [number, number, number, number];

  it('is the same list when nothing was done to it', () => {
    expect(listOf(root)).toEqual(LIST);
  });

  it('takes a rule at the end of a group, and another way for them to go together', () => {
    const added = withMatch(withAdded(root, group.key, newRule('attribute')), group.key, 'none');
    expect(listOf(added).rules[1]).toEqual({
      match: 'none',
      rules: [{ list: 'vip' }, { did: 'clicked' }, { attribute: '', operator: 'is', values: [] }],
    });
    const grouped = withAdded(root, root.key, newGroup());
    expect(listOf(grouped).rules[3]).toEqual({
      match: 'any',
      rules: [{ attribute: '', operator: 'is', values: [] }],
    });
  });

  it('gives no two rules one key', () => {
    const keys = [root, ...singleRules(root), group, newRule('list'), newGroup(), draftOf(LIST)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes the one rule that is written, wherever it stands, and leaves it its key', () => {
    const changed = withRule(root, clicked, { did: 'clicked', link: 'shoes' });
    expect(listOf(changed).rules[1]).toEqual({
      match: 'any',
      rules: [{ list: 'vip' }, { did: 'clicked', link: 'shoes' }],
    });
    expect(singleRules(changed).map(({ key }) => key)).toEqual([opened, list, clicked, sent]);
  });

  it('loses a rule, a group with all in it, and a group whose last rule is gone', () => {
    expect(listOf(withRemoved(root, list)).rules[1]).toEqual({ match: 'any', rules: [{ did: 'clicked' }] });
    const without = { match: 'all', rules: [{ did: 'opened' }, { did: 'sent' }] };
    expect(listOf(withRemoved(root, group.key))).toEqual(without);
    expect(listOf(withRemoved(withRemoved(root, list), clicked))).toEqual(without);
    expect(listOf(withRemoved(draftOf({ match: 'all', rules: [{ did: 'sent' }] }), -1)).rules).toHaveLength(1);
  });

  it('moves a rule among those beside it, and no further', () => {
    const order = (moved: GroupDraft) => moved.rules.map((draft) => (isGroup(draft) ? 'group' : draft.key));
    expect(order(withMoved(root, opened, 1))).toEqual(['group', opened, sent]);
    expect(order(withMoved(root, sent, 1))).toEqual([opened, 'group', sent]);
    expect(order(withMoved(root, opened, -1))).toEqual([opened, 'group', sent]);
    expect(singleRules(withMoved(root, clicked, -1)).map(({ key }) => key)).toEqual([opened, clicked, list, sent]);
  });

  it('knows where the focus goes when a rule is taken away', () => {
    expect(placeAfter(root, opened)).toEqual({ rule: group.key });
    expect(placeAfter(root, sent)).toEqual({ rule: group.key });
    expect(placeAfter(root, list)).toEqual({ rule: clicked });
    expect(placeAfter(withRemoved(root, list), clicked)).toEqual({ rule: sent });
    const single = draftOf({ match: 'all', rules: [{ did: 'sent' }] });
    expect(placeAfter(single, single.rules[0]!.key)).toEqual({ adder: single.key });
  });

  it('finds the rule that an error is about', () => {
    expect(draftAt(root, 'rules.1.rules.1.timeFrame.to')).toEqual({ key: clicked, field: 'timeFrame.to' });
    expect(keyOf('rules.2')).toBe(sent);
    expect(draftAt(root, 'rules')).toEqual({ key: root.key, field: 'rules' });
    expect(draftAt(root, 'rules.7.list')).toEqual({ key: root.key, field: 'rules.7.list' });
  });

  it('leaves out rules, and groups in which none is left', () => {
    const kept = withOnly(root, ({ rule }) => 'did' in rule && rule.did !== 'clicked');
    expect(listOf(kept)).toEqual({ match: 'all', rules: [{ did: 'opened' }, { did: 'sent' }] });
  });
});
