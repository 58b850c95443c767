import type { Activity, ActivityRule, AttributeRule, SmartList, SmartListRule } from '@tallysheet/contract';
import { ACTIVITIES, MATCHES } from '@tallysheet/contract';
import { DAY_MS, isoOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { FRAME_CASES } from './frame-cases';

/** The people of random histories, and one who is in none. */
export const KEYS = ['7', '8', '9', 'cleo@a.example', 'dana@googlemail.example', 'eric@gmail.example', 'nobody'];
export const ATTRIBUTES = ['City', 'Score', 'Vip', 'Since', 'Seen'] as const;

/** What is known of some people, by key: texts of a file, empty for nothing. */
export function knownPeople(now: number): fc.Arbitrary<Map<string, Record<string, string>>> {
  const near = [-8, -7, -1, 0, 1, 7].map((days) => now + days * DAY_MS);
  const known = fc.record({
    City: fc.constantFrom('', 'Zürich', 'zurich', 'Bern', 'Zug am See'),
    Score: fc.constantFrom('', '-1.5', '0', '7'),
    Vip: fc.constantFrom('', 'true', 'false'),
    Since: fc.constantFrom('', '2024-01-31', ...near.map((at) => isoOf(at).slice(0, 10))),
    Seen: fc.constantFrom('', '2024-01-31T20:00:00Z', '2024-03-10T04:30:00Z', ...near.map(isoOf)),
  });
  return fc
    .subarray(KEYS)
    .chain((keys) =>
      fc
        .array(known, { minLength: keys.length, maxLength: keys.length })
        .map((all) => new Map(keys.map((key, at) => [key, all[at]!]))),
    );
}

/** As a file of people. Its first person has a value of everything, so that the types are known, and is in no history. */
export function peopleFile(people: ReadonlyMap<string, Readonly<Record<string, string>>>): string {
  const first = ['typical', 'x', '1', 'true', '2020-01-01', '2020-01-01T00:00:00Z'];
  const rows = [...people].map(([key, known]) => {
    const isAddress = key.includes('@');
    return [isAddress ? '' : key, isAddress ? key : '', ...ATTRIBUTES.map((name) => known[name] ?? '')];
  });
  const table = [['Id', 'Email', ...ATTRIBUTES], [first[0]!, '', ...first.slice(1)], ...rows];
  return `${table.map((row) => row.join(',')).join('\n')}\n`;
}

const cities = fc.subarray(['ZURICH', 'bern', 'zug am see', 'Lausanne'], { minLength: 1, maxLength: 2 });
const day = fc.constantFrom('2024-01-31', '2024-02-01', '2024-03-10', '2030-01-01');
const dated = fc.constantFrom('Since', 'Seen');

const attributeRules: fc.Arbitrary<AttributeRule> = fc.oneof(
  fc.record({
    attribute: fc.constant('City'),
    operator: fc.constantFrom('is' as const, 'is-not' as const),
    values: cities,
  }),
  fc.record({
    attribute: fc.constant('City'),
    operator: fc.constantFrom('contains', 'not-contains', 'starts-with', 'not-starts-with', 'ends-with'),
    values: fc.subarray(['zu', 'R', 'ich', 'am s'], { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    attribute: fc.constant('Score'),
    operator: fc.constantFrom('less-than', 'at-most', 'greater-than', 'at-least'),
    value: fc.constantFrom(-1.5, 0, 3),
  }),
  fc.record({
    attribute: fc.constant('Score'),
    operator: fc.constantFrom('between', 'not-between'),
    from: fc.constant(-1),
    to: fc.constantFrom(0, 7),
  }),
  fc.record({
    attribute: fc.constant('Vip'),
    operator: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.boolean().map((yes) => [yes]),
  }),
  fc.record({
    attribute: dated,
    operator: fc.constantFrom('is' as const, 'is-not' as const),
    values: day.map((each) => [each]),
  }),
  fc.record({ attribute: dated, operator: fc.constantFrom('before', 'after'), value: day }),
  fc.record({
    attribute: dated,
    operator: fc.constantFrom('in-past', 'not-in-past', 'in-future'),
    amount: fc.constantFrom(1, 7, 8),
    unit: fc.constantFrom('day', 'week'),
  }),
  fc.record({
    attribute: fc.constantFrom(...ATTRIBUTES),
    operator: fc.constantFrom('is-empty', 'is-not-empty'),
  }),
);

/** Mostly not: a rule of many parts finds nobody. */
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, value);

const activityRules: fc.Arbitrary<ActivityRule> = fc
  .record({
    did: fc.oneof(fc.constantFrom(...ACTIVITIES), fc.constantFrom<Activity>('opened', 'clicked')),
    not: sometimes(fc.boolean()),
    atLeast: sometimes(fc.constantFrom(1, 2, 3)),
    timeFrame: sometimes(fc.constantFrom(...FRAME_CASES.map(({ timeFrame }) => timeFrame))),
    programs: sometimes(fc.subarray(['unassigned', 'none'], { minLength: 1 })),
    campaigns: sometimes(fc.subarray(['spring', 'autumn', 'nowhere'], { minLength: 1 })),
    assets: sometimes(fc.subarray(['invite', 'plain'], { minLength: 1 })),
    link: sometimes(fc.constantFrom('a.example', 'b.')),
  })
  .map(({ link, ...rule }) => (rule.did === 'clicked' && link ? { ...rule, link } : rule));

/** Lists of one rule about opens or clicks: the ones that are hardest to tell. */
export const reactionLists: fc.Arbitrary<SmartList> = activityRules.map((rule) => ({
  match: 'all',
  rules: [{ ...rule, did: rule.link || rule.did.length % 2 === 1 ? 'clicked' : 'opened' }],
}));

/** Lists of any depth that may name saved ones by these ids. */
export function smartLists(saved: readonly string[]): fc.Arbitrary<SmartList> {
  const named = saved.map((list) => fc.record({ list: fc.constant(list), not: sometimes(fc.boolean()) }));
  const { list } = fc.letrec<{ list: SmartList; rule: SmartListRule }>((tie) => ({
    rule: fc.oneof({ depthSize: 'small' }, attributeRules, activityRules, ...named, tie('list')),
    list: fc.record({ match: fc.constantFrom(...MATCHES), rules: fc.array(tie('rule'), { maxLength: 3 }) }),
  }));
  return list;
}
