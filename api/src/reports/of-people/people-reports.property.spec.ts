import { createHash } from 'node:crypto';
import type { CanonicalEvent, QueryLevel, ReportQuery } from '@tallysheet/contract';
import { DAY_MS, eachStore, isoOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { addDays, localDay, startOfDay } from '../../testing/local-days';
import { useApp } from '../../testing/use-app';

/** What is known of somebody under one key, before merges. A date is a day or an instant. */
interface Known {
  key: string;
  told: readonly number[];
  messages: readonly { at: number; test: boolean }[];
  createdAt: string | null;
  country: string | null;
  score: number | null;
  renewal: string | null;
}

const KEYS = ['ada', 'ben', 'cleo', 'dana', 'eve', 'finn'];
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
const FROM = '2024-03-09';
const TO = '2024-03-11';
/** At and beside the days' edges in all zones. */
const MOMENTS = ZONES.flatMap((zone) =>
  [FROM, TO, addDays(TO, 1)].flatMap((day) => [-1, 0, DAY_MS / 2].map((by) => startOfDay(day, zone) + by)),
);

/** Where each score stands by steps of a tenth, as one says it without a computer. */
const TENTHS: Record<string, string> = { '0.3': '0.3', '0.25': '0.2', '-0.25': '-0.3', '7': '7', '99': '99' };

const moment = fc.constantFrom(...MOMENTS);
const date = fc.oneof(
  moment.map(isoOf),
  fc.constantFrom(FROM, TO, '2024-03-08', '2024-03-12', '2023-12-31', '1969-12-31'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 1, nil: null });
const person = (key: string) =>
  fc.record({
    key: fc.constant(key),
    told: fc.array(moment, { maxLength: 2 }),
    messages: fc.array(fc.record({ at: moment, test: fc.boolean() }), { maxLength: 2 }),
    createdAt: maybe(date),
    country: maybe(fc.constantFrom('FR', 'DE')),
    score: maybe(fc.constantFrom(...Object.keys(TENTHS).map(Number))),
    renewal: maybe(date),
  });

const worlds = fc.record({
  people: fc.tuple(...KEYS.map(person)),
  merges: fc.array(fc.subarray(KEYS, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
  deleted: fc.subarray(KEYS, { maxLength: 2 }),
});

const LEVELS: readonly QueryLevel[] = [
  ...(['day', 'month'] as const),
  ...[{ attribute: 'country' }, { attribute: 'score' }, { attribute: 'score', step: 0.1 }],
  ...[
    { attribute: 'renewal', unit: 'day' as const },
    { attribute: 'renewal', unit: 'year' as const },
  ],
];
const queries = fc.record({
  groupBy: fc.subarray([...LEVELS], { minLength: 1, maxLength: 2 }),
  timeZone: fc.constantFrom(...ZONES),
  timeFrame: fc.constantFrom<ReportQuery['timeFrame']>({ preset: 'all-time' }, { from: FROM, to: TO }),
  hideDeletedPeople: fc.boolean(),
});

/** Somebody who is in no frame of this test, so that every attribute is known and of its type. */
const STRANGER: Known = {
  ...{ key: 'stranger', told: [], messages: [], createdAt: '1990-05-05', country: 'XX' },
  ...{ score: 99, renewal: '1990-05-05' },
};

function eventsOf(people: readonly Known[], merges: readonly string[][], deleted: readonly string[]): CanonicalEvent[] {
  const events: Omit<CanonicalEvent, 'id'>[] = [
    ...people.flatMap(({ key, told, messages }) => [
      ...told.map((at) => ({ kind: 'personCreated' as const, at: isoOf(at), person: { id: key } })),
      ...messages.map(({ at, test }) => ({
        ...{ kind: 'sent' as const, at: isoOf(at), person: { id: key }, test },
        ...{ channel: 'email' as const, campaign: { id: 'c' }, asset: { id: 'a' } },
      })),
    ]),
    ...merges.map(([first, ...mergedPersons]) => ({
      ...{ kind: 'personMerged' as const, at: isoOf(MOMENTS[0]!), person: { id: first! }, mergedPersons },
    })),
    ...deleted.map((id) => ({ kind: 'personDeleted' as const, at: isoOf(MOMENTS[0]!), person: { id } })),
  ];
  return events.map((event, at) => ({ ...event, id: `e${at}` }));
}

function fileOf(people: readonly Known[]): string {
  const lines = people.map(({ key, createdAt, country, score, renewal }) =>
    [key, createdAt, country, score, renewal].map((cell) => cell ?? '').join(','),
  );
  return ['id,createdAt,country,score,renewal', ...lines].join('\n');
}

/** Everybody once, in the order in which those who are one have their values looked for. */
function merged(people: readonly Known[], merges: readonly string[][]): Known[][] {
  let groups = people.map((each) => [each]);
  for (const merge of merges) {
    const isIn = (group: Known[]) => group.some(({ key }) => merge.includes(key));
    groups = [...groups.filter((group) => !isIn(group)), groups.filter(isIn).flat()];
  }
  const place = (key: string) => createHash('sha256').update(`6:person${key.length}:${key}`).digest('hex').slice(0, 32);
  const away = new Set(merges.flatMap(([, ...mergedPersons]) => mergedPersons));
  const rank = ({ key }: Known) => `${Number(away.has(key))} ${place(key)}`;
  return groups.map((group) => group.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
}

/** The local day of a date; an imported day is that day everywhere. */
function dayOf(text: string, zone: string): string {
  return text.length === 10 ? text : localDay(Date.parse(text), zone);
}

function createdOf(group: readonly Known[]): string | null {
  const told = group.flatMap((each) => each.told);
  if (told.length > 0) return isoOf(Math.min(...told));
  const imported = group.find(({ createdAt }) => createdAt)?.createdAt;
  if (imported) return imported;
  const heard = group.flatMap(({ messages }) => messages.filter(({ test }) => !test).map(({ at }) => at));
  return heard.length > 0 ? isoOf(Math.min(...heard)) : null;
}

function valueOf(level: QueryLevel, group: readonly Known[], zone: string): string {
  if (typeof level === 'string') {
    const created = createdOf(group);
    return created === null ? '' : dayOf(created, zone).slice(0, level === 'day' ? 10 : 7);
  }
  if (level.attribute === 'country') return group.find(({ country }) => country)?.country ?? '';
  if (level.attribute === 'score') {
    const score = group.find((each) => each.score !== null)?.score ?? null;
    if (score === null) return '';
    return level.step ? TENTHS[String(score)]! : String(score);
  }
  const renewal = group.find((each) => each.renewal)?.renewal;
  return renewal ? dayOf(renewal, zone).slice(0, level.unit === 'day' ? 10 : 4) : '';
}

describe('Random people', () => {
  eachStore((store) => {
    const app = useApp(store);
    it('are in every report the count by hand', async () => {
      await fc.assert(
        fc.asyncProperty(worlds, fc.array(queries, { minLength: 4, maxLength: 4 }), async (world, asked) => {
          const people = [...world.people, STRANGER];
          await app().empty();
          await app().import(fileOf(people), { format: 'people' });
          await app().take(eventsOf(people, world.merges, world.deleted));
          for (const { groupBy, timeZone, timeFrame, hideDeletedPeople } of asked) {
            const query = { groupBy, timeZone, timeFrame, hideDeletedPeople, columns: ['people'] };
            const sheet = await app().sheet({ reportType: 'people-performance', ...query });
            const counted = merged(people, world.merges).filter((group) => {
              if (hideDeletedPeople && group.some(({ key }) => world.deleted.includes(key))) return false;
              const created = createdOf(group);
              if ('preset' in timeFrame) return true;
              return created !== null && dayOf(created, timeZone) >= FROM && dayOf(created, timeZone) <= TO;
            });
            const expected: Record<string, number> = { Total: counted.length };
            for (const group of counted) {
              const values = groupBy.map((level) => valueOf(level, group, timeZone));
              for (let depth = 1; depth <= values.length; depth++) {
                const path = JSON.stringify(values.slice(0, depth));
                expected[path] = (expected[path] ?? 0) + 1;
              }
            }
            const nodes = new Map(sheet.rows.map((row) => [row.id, row]));
            const shown = Object.fromEntries(
              sheet.rows.map(({ nodeId, parentId, values }) => {
                const path = parentId === null ? [nodeId] : [nodes.get(parentId)!.nodeId, nodeId];
                return [JSON.stringify(path), values['people']];
              }),
            );
            expect({ query, ...shown, Total: sheet.total.values['people'] }).toEqual({ query, ...expected });
          }
        }),
        { numRuns: store.name === 'SQLite' ? 30 : 8 },
      );
    }, 120_000);
  });
});
