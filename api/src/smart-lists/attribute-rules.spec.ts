import type { AttributeRule, SmartListRule } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import { all, any, none, whoIsIn } from '../testing/listed';
import { useApp } from '../testing/use-app';

const PEOPLE = ['ada', 'ben', 'cleo', 'dana', 'eric'];

/** Of Eric nothing is known but that he is there. */
const FILE = `Id,City,Score,Customer,Born,Seen
ada,Zürich,10,yes,1990-03-01,2024-03-09T23:30:00Z
ben,zurich ,20,no,1990-03-02,2024-03-10T08:00:00Z
cleo,Zug 100%,-1.5,yes,2024-03-10,2024-03-03T12:00:00Z
dana,New York_City,0,,2030-01-01,2024-04-01T00:00:00Z
eric,,,,,
`;

/** Ten in the morning of 10 March 2024 in Zurich, nine in UTC. */
const NOW = Date.parse('2024-03-10T09:00:00Z');
const calendar = { timeZone: 'Europe/Zurich', weekStart: 'monday' as const, now: NOW };

/** What is asked, and of whom it is true. */
const CASES: [string, AttributeRule, string[]][] = [
  [
    'a text is one of these, whatever its case, accents and spaces around',
    is('City', 'ZURICH', 'nowhere'),
    ['ada', 'ben'],
  ],
  ['a text is none of these, or not known', is('City', 'zürich', 'is-not'), ['cleo', 'dana', 'eric']],
  ['a text has any of these in it', texts('contains', 'RICH', 'york'), ['ada', 'ben', 'dana']],
  ['a text has none of these in it, or is not known', texts('not-contains', 'rich', 'york'), ['cleo', 'eric']],
  ['a text begins with one of these', texts('starts-with', 'zü', 'new'), ['ada', 'ben', 'cleo', 'dana']],
  ['a text begins with none of these, or is not known', texts('not-starts-with', 'zur'), ['cleo', 'dana', 'eric']],
  ['a text ends with one of these', texts('ends-with', 'H', 'city'), ['ada', 'ben', 'dana']],
  ['% in a text is a percent sign', texts('contains', '100%'), ['cleo']],
  ['_ in a text is an underscore', texts('contains', '_'), ['dana']],
  ['! in a text is an exclamation mark', texts('contains', '!'), []],
  ['a text is known', { attribute: 'city', operator: 'is-not-empty' }, ['ada', 'ben', 'cleo', 'dana']],
  ['a text is not known', { attribute: 'CITY', operator: 'is-empty' }, ['eric']],
  ['a number is one of these', { attribute: 'Score', operator: 'is', values: [20, '-1.5'] }, ['ben', 'cleo']],
  [
    'a number is none of these',
    { attribute: 'Score', operator: 'is-not', values: [20] },
    ['ada', 'cleo', 'dana', 'eric'],
  ],
  ['a number is less', { attribute: 'Score', operator: 'less-than', value: 10 }, ['cleo', 'dana']],
  ['a number is at most', { attribute: 'Score', operator: 'at-most', value: 10 }, ['ada', 'cleo', 'dana']],
  ['a number is greater', { attribute: 'Score', operator: 'greater-than', value: '10' }, ['ben']],
  ['a number is at least', { attribute: 'Score', operator: 'at-least', value: 10 }, ['ada', 'ben']],
  ['a number is between, ends included', { attribute: 'Score', operator: 'between', from: 0, to: 10 }, ['ada', 'dana']],
  [
    'a number is not between',
    { attribute: 'Score', operator: 'not-between', from: 0, to: 10 },
    ['ben', 'cleo', 'eric'],
  ],
  ['yes', { attribute: 'Customer', operator: 'is', values: [true] }, ['ada', 'cleo']],
  [
    'not yes: no, or not known',
    { attribute: 'Customer', operator: 'is-not', values: ['yes'] },
    ['ben', 'dana', 'eric'],
  ],
  [
    'a day is one of these',
    { attribute: 'Born', operator: 'is', values: ['1990-03-01', '2024-03-10'] },
    ['ada', 'cleo'],
  ],
  // Half past eleven at night in UTC is the next day in Zurich.
  ['an instant is on a day of the zone', { attribute: 'Seen', operator: 'is', values: ['2024-03-10'] }, ['ada', 'ben']],
  ['a day is before, the day left out', { attribute: 'Born', operator: 'before', value: '1990-03-02' }, ['ada']],
  ['a day is after, the day left out', { attribute: 'Born', operator: 'after', value: '1990-03-02' }, ['cleo', 'dana']],
  [
    'an instant is after a day of the zone',
    { attribute: 'Seen', operator: 'after', value: '2024-03-09' },
    ['ada', 'ben', 'dana'],
  ],
  [
    'a day is between',
    { attribute: 'Born', operator: 'between', from: '1990-03-02', to: '2024-03-10' },
    ['ben', 'cleo'],
  ],
  [
    'a day is not between',
    { attribute: 'Born', operator: 'not-between', from: '1990-03-02', to: '2024-03-10' },
    ['ada', 'dana', 'eric'],
  ],
  // Of the past 7 days the first is 4 March.
  [
    'in the past 7 days, today included',
    { attribute: 'Seen', operator: 'in-past', amount: 7, unit: 'day' },
    ['ada', 'ben'],
  ],
  ['in the past 8 days', { attribute: 'Seen', operator: 'in-past', amount: 8, unit: 'day' }, ['ada', 'ben', 'cleo']],
  [
    'not in the past week',
    { attribute: 'Seen', operator: 'not-in-past', amount: 1, unit: 'week' },
    ['cleo', 'dana', 'eric'],
  ],
  [
    'in the past 40 years',
    { attribute: 'Born', operator: 'in-past', amount: 40, unit: 'year' },
    ['ada', 'ben', 'cleo'],
  ],
  [
    'in the future, today included',
    { attribute: 'Born', operator: 'in-future', amount: 10, unit: 'year' },
    ['cleo', 'dana'],
  ],
  [
    'in the month to come',
    { attribute: 'Seen', operator: 'in-future', amount: 1, unit: 'month' },
    ['ada', 'ben', 'dana'],
  ],
];

function is(attribute: string, ...rest: string[]): AttributeRule {
  const operator = rest.at(-1) === 'is-not' ? 'is-not' : 'is';
  return { attribute, operator, values: rest.filter((value) => value !== 'is-not') };
}

function texts(
  operator: 'contains' | 'not-contains' | 'starts-with' | 'not-starts-with' | 'ends-with',
  ...values: string[]
) {
  return { attribute: 'City', operator, values };
}

describe('Rules on what is known of people', () => {
  eachStore((store) => {
    const app = useApp(store);
    const who = (...rules: SmartListRule[]) => whoIsIn(app(), PEOPLE, all(...rules), { calendar });
    const bring = () => app().import(FILE, { format: 'people' });

    it('find whom they say', async () => {
      await bring();
      for (const [title, rule, expected] of CASES) expect([title, await who(rule)]).toEqual([title, expected]);
    });

    it('join with all, any and none, at any depth; without rules everybody is in', async () => {
      await bring();
      const zurich = is('City', 'Zürich');
      const customer: AttributeRule = { attribute: 'Customer', operator: 'is', values: [true] };
      const poor: AttributeRule = { attribute: 'Score', operator: 'at-most', value: 0 };
      const inList = (list: Parameters<typeof whoIsIn>[2]) => whoIsIn(app(), PEOPLE, list, { calendar });
      expect(await inList(all(zurich, customer))).toEqual(['ada']);
      expect(await inList(any(zurich, customer))).toEqual(['ada', 'ben', 'cleo']);
      expect(await inList(none(zurich, customer))).toEqual(['dana', 'eric']);
      expect(await inList(all(none(zurich), any(customer, poor)))).toEqual(['cleo', 'dana']);
      expect(await inList(none(all(zurich, customer), none(poor)))).toEqual(['cleo', 'dana']);
      for (const match of ['all', 'any', 'none'] as const) expect(await inList({ match, rules: [] })).toEqual(PEOPLE);
    });

    it('know of merged people what is known of who stayed, else of who was merged into them', async () => {
      await bring();
      const merge = { id: 'm', kind: 'personMerged' as const, at: '2024-03-01T00:00:00Z', mergedPersons: ['eric'] };
      await app().take([{ ...merge, person: { id: 'ada' } }]);
      expect(await who(is('City', 'zurich'))).toEqual(['ada', 'ben', 'eric']);
      expect(await who(is('City', 'zurich', 'is-not'))).toEqual(['cleo', 'dana']);
      expect(await who({ attribute: 'City', operator: 'is-empty' })).toEqual([]);
      await app().import('Id,City\neric,Bern\n', { format: 'people' });
      expect(await who(is('City', 'bern'))).toEqual([]);
    });

    it('follow a text that was written over, and one that came with another type', async () => {
      await bring();
      await app().import('Id,City,Score\nada,Bern,7\n', { format: 'people' });
      expect(await who(is('City', 'zurich'))).toEqual(['ben']);
      const { body } = await app().http.get('/api/people/attributes').expect(200);
      const { id } = body.find(({ name }: { name: string }) => name === 'Score');
      await app().http.patch(`/api/people/attributes/${id}`).send({ type: 'text' }).expect(200);
      expect(await who({ attribute: 'Score', operator: 'starts-with', values: ['-1'] })).toEqual(['cleo']);
    });
  });
});
