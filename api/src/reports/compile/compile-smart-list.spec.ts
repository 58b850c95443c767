import { coverFrame, dayRun } from '@tallysheet/report-model';
import { expectGolden } from '../../testing/golden';
import { compileListCounts, compileListedPeople, compileListedSends, compilePeopleCount } from './compile-listed';
import { compileSmartList } from './compile-smart-list';
import type { ActivityTest, AttributeTest, GroupTest, ListGround, ListTest, ValueTest } from './list-test';
import type { SheetQuery } from './sheet-query';

const ground: ListGround = {
  workspaceId: 1,
  humanOnly: false,
  rules: { repeatSends: 'collapse', repeatKey: 'run', softBounce: 'last-word', proximitySeconds: 2 },
  sources: [4, 5],
  by: (index) => `BY ${index}`,
  joinNext: 'JOIN NEXT',
};
const day = { from: Date.parse('2024-03-01T00:00Z'), to: Date.parse('2024-03-02T00:00Z') };

const all = (...tests: ListTest[]): GroupTest => ({ kind: 'group', match: 'all', tests });
const attribute = (values: ValueTest, not = false): AttributeTest => ({
  kind: 'attribute',
  attributeId: 7,
  not,
  values,
});
const activity = (rule: Partial<ActivityTest> & Pick<ActivityTest, 'did'>): ActivityTest => ({
  ...{ kind: 'activity', not: false, atLeast: 1, frame: { from: null, to: null }, links: null },
  ...rule,
});

const city = attribute({ kind: 'texts', place: 'whole', texts: ['zurich', 'bern'] });
const query: SheetQuery = {
  workspaceId: 1,
  basis: 'sent',
  audiences: ['live', 'deleted'],
  frame: coverFrame(day.from, day.to),
  young: [],
  timeParts: [],
  messageLevels: [],
  counters: [],
  humanOnly: false,
  extremes: [],
  channel: 'email',
  filter: { programs: ['p'] },
};

describe('The SQL of a smart list', () => {
  it('texts, numbers and days of people', async () => {
    const list = all(
      city,
      attribute({ kind: 'texts', place: 'anywhere', texts: ['100%', 'a_b!'] }),
      attribute({ kind: 'numbers', numbers: [1, 2] }),
      attribute({
        kind: 'compared',
        by: [
          { operator: '>=', number: 0 },
          { operator: '<=', number: 9.5 },
        ],
      }),
      attribute({ kind: 'days', runs: [dayRun('2024-03-01', null, 'Europe/Paris')] }),
      attribute({ kind: 'any' }),
    );
    await expectGolden('a smart list on what is known of people', [compileSmartList(list, ground)]);
  });

  it('everybody but those whom a rule finds', async () => {
    const any: GroupTest = { kind: 'group', match: 'any', tests: [city, activity({ did: 'sent', atLeast: 2 })] };
    const none: GroupTest = { ...any, match: 'none' };
    const compiled = compileSmartList(all(none, attribute({ kind: 'any' }, true)), ground);
    expect(compiled.everybodyElse).toBe(true);
    await expectGolden('a smart list of everybody but some', [compiled]);
  });

  it('what people did, by their messages and by what happened to these', async () => {
    const links = [Buffer.alloc(2, 3)];
    const list = all(
      activity({ did: 'hardBounced', frame: day, campaigns: ['10'], programs: ['p'], assets: ['1', '2'] }),
      activity({ did: 'opened', atLeast: 3 }),
      activity({ did: 'opened', atLeast: 2, frame: day, assets: ['1'] }),
      activity({ did: 'clicked', links }),
    );
    await expectGolden('a smart list on what people did', [compileSmartList(list, ground)]);
  });

  it('what people did themselves, where repeated sends are told apart', async () => {
    const rules = { ...ground.rules, repeatSends: 'separate' as const };
    const list = all(activity({ did: 'opened', frame: day }), activity({ did: 'clicked' }));
    await expectGolden('a smart list on what people did without machines', [
      compileSmartList(list, { ...ground, rules, humanOnly: true }),
    ]);
  });

  it('whom a list keeps and leaves out, and when its people were sent something', async () => {
    const list = compileSmartList(all(city), ground);
    const activityQuery: SheetQuery = { ...query, basis: 'activity' };
    const by = (index: string) => `FORCE INDEX (${index})`;
    const pair = { campaignKey: 2, assetKey: 3 };
    await expectGolden('whom a smart list keeps and leaves out', [
      compileListCounts(query, list, ground, by),
      compileListCounts(activityQuery, { ...list, everybodyElse: true }, ground, by),
      compileListedSends({ ...query, frame: coverFrame(null, null) }, list, by),
      compilePeopleCount(list, 1),
      compileListedPeople(query, pair, Buffer.alloc(0), 5000, by),
      compileListedPeople(activityQuery, pair, Buffer.alloc(0), 5000, by),
    ]);
  });

  it('has a parameter for every mark, and no value in its text', () => {
    const evil = "x' OR 1=1 --";
    const list = all(
      attribute({ kind: 'texts', place: 'start', texts: [evil] }),
      activity({ did: 'clicked', campaigns: [evil], programs: [evil], assets: [evil], atLeast: 4242, frame: day }),
      activity({ did: 'opened', atLeast: 4242, frame: day }),
    );
    const { text, parameters } = compileSmartList(list, { ...ground, humanOnly: true });
    expect(text.split('?').length - 1).toBe(parameters.length);
    expect(text).not.toContain('OR 1=1');
    expect(text).not.toContain('4242');
  });
});
