import type { CanonicalEvent, ReportQuery } from '@tallysheet/contract';
import { DAY_MS, eachStore, isoOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { startOfDay } from '../../testing/local-days';
import { useApp } from '../../testing/use-app';

const KEYS = ['ada', 'ben', 'cleo', 'dana', 'eve'];
const PROGRAMS = ['spring', 'autumn', 'fair'];
const HOMES: Record<string, string> = { s1: 'spring', s2: 'spring', a1: 'autumn' };
const DAY = '2024-03-10';
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata'];
const MOMENTS = ZONES.flatMap((zone) => {
  const start = startOfDay(DAY, zone);
  return [-DAY_MS, -1, 0, DAY_MS / 2, startOfDay('2024-03-11', zone) - start].map((by) => start + by);
});

const moment = fc.constantFrom(...MOMENTS);
const key = fc.constantFrom(...KEYS);
const worlds = fc.record({
  messages: fc.array(
    fc.record({ key, at: moment, campaign: fc.constantFrom(...Object.keys(HOMES)), test: fc.boolean() }),
    { maxLength: 8 },
  ),
  created: fc.array(fc.record({ key, at: moment, program: fc.constantFrom(...PROGRAMS, undefined) }), { maxLength: 4 }),
  statuses: fc.array(
    fc.record({
      ...{ key, at: moment, program: fc.constantFrom(...PROGRAMS) },
      ...{ name: fc.constantFrom('Invited', 'Won'), success: fc.boolean() },
    }),
    { maxLength: 8 },
  ),
  merges: fc.array(fc.subarray(KEYS, { minLength: 2, maxLength: 2 }), { maxLength: 2 }),
  deleted: fc.subarray(KEYS, { maxLength: 2 }),
  /** What autumn says of success itself. */
  own: fc.option(fc.constantFrom<string[]>(['Invited'], ['Won', 'Invited']), { nil: null }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

function eventsOf({ messages, created, statuses, merges, deleted }: World): CanonicalEvent[] {
  const events: Omit<CanonicalEvent, 'id'>[] = [
    ...messages.map(({ key: id, at, campaign, test }) => ({
      ...{ kind: 'sent' as const, at: isoOf(at), person: { id }, test },
      ...{ channel: 'email' as const, campaign: { id: campaign }, asset: { id: 'a' } },
    })),
    ...created.map(({ key: id, at, program }) => ({
      ...{ kind: 'personCreated' as const, at: isoOf(at), person: { id } },
      ...(program && { program: { id: program } }),
    })),
    ...statuses.map(({ key: id, at, program, name, success }) => ({
      ...{ kind: 'programStatusChanged' as const, at: isoOf(at), person: { id } },
      ...{ program: { id: program }, status: { name, success } },
    })),
    ...merges.map(([id, ...mergedPersons]) => ({
      ...{ kind: 'personMerged' as const, at: isoOf(MOMENTS[0]!), person: { id: id! }, mergedPersons },
    })),
    ...deleted.map((id) => ({ kind: 'personDeleted' as const, at: isoOf(MOMENTS[0]!), person: { id } })),
  ];
  return events.map((event, at) => ({ ...event, id: `e${at}` }));
}

type Inside = (at: number) => boolean;

/** What each program counts, and all of them, person by person. */
function byHand(world: World, inside: Inside, hideDeleted: boolean): Record<string, number[]> {
  const nameOf = (name: string): string => {
    let group = [name];
    for (let before = -1; before !== group.length;) {
      before = group.length;
      const joined = world.merges.filter((merge) => merge.some((one) => group.includes(one))).flat();
      group = [...new Set([...group, ...joined])];
    }
    return group.sort()[0]!;
  };
  const gone = hideDeleted ? world.deleted.map(nameOf) : [];
  const sets = Object.fromEntries(
    [...PROGRAMS, 'Total'].map((name) => [name, [new Set<string>(), new Set<string>(), new Set<string>()]] as const),
  );
  const count = (program: string, what: number, person: string) => {
    if (gone.includes(person)) return;
    for (const name of [program, 'Total']) sets[name]![what]!.add(person);
  };
  const real = world.messages.filter(({ test, key: one, campaign }) => {
    // A message is a test if any of its events is.
    const same = (other: World['messages'][number]) => nameOf(other.key) === nameOf(one) && other.campaign === campaign;
    return !test && !world.messages.some((other) => other.test && same(other));
  });
  for (const { key: one, campaign } of real) {
    const same = real.filter((other) => nameOf(other.key) === nameOf(one) && other.campaign === campaign);
    if (inside(Math.min(...same.map(({ at }) => at)))) count(HOMES[campaign]!, 0, nameOf(one));
  }
  for (const person of new Set(KEYS.map(nameOf))) {
    const isTheirs = ({ key: one }: { key: string }) => nameOf(one) === person;
    const told = world.created.filter(isTheirs).map(({ at, program }) => ({ at, place: program && `p${program}` }));
    const heard = [
      ...world.messages
        .filter((each) => isTheirs(each) && !each.test)
        .map(({ at, campaign }) => ({ at, place: `c${campaign}` })),
      ...world.statuses.filter(isTheirs).map(({ at, program }) => ({ at, place: `p${program}` })),
    ];
    const starts = told.length > 0 ? told : heard;
    const first = Math.min(...starts.map(({ at }) => at));
    const [place] = starts
      .filter(({ at }) => at === first)
      .flatMap((start) => start.place ?? [])
      .sort();
    if (place && inside(first)) count(place.startsWith('c') ? HOMES[place.slice(1)]! : place.slice(1), 1, person);
    for (const program of PROGRAMS) {
      const own = program === 'autumn' ? world.own : null;
      const reached = world.statuses
        .filter((each) => isTheirs(each) && each.program === program && (own ? own.includes(each.name) : each.success))
        .map(({ at }) => at);
      if (reached.length > 0 && inside(Math.min(...reached))) count(program, 2, person);
    }
  }
  return Object.fromEntries(Object.entries(sets).map(([name, all]) => [name, all.map((each) => each.size)]));
}

describe('Random programs', () => {
  eachStore((store) => {
    const app = useApp(store);
    it('have the members, new names and successes that one counts by hand', async () => {
      const queries = fc.record({
        timeZone: fc.constantFrom(...ZONES),
        timeFrame: fc.constantFrom<ReportQuery['timeFrame']>({ preset: 'all-time' }, { from: DAY, to: DAY }),
        hideDeletedPeople: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(worlds, fc.array(queries, { minLength: 3, maxLength: 3 }), async (world, asked) => {
          await app().empty();
          await app().take(eventsOf(world));
          await app().database.store.transaction(async (transaction) => {
            for (const id of PROGRAMS) {
              const statuses = id === 'autumn' && world.own ? JSON.stringify(world.own) : null;
              await transaction.query('DELETE FROM program WHERE id = ?', [id]);
              const made =
                'INSERT INTO program (workspace_id, id, name, archived, success_statuses) VALUES (1, ?, ?, 0, ?)';
              await transaction.query(made, [id, id, statuses]);
            }
            for (const [id, program] of Object.entries(HOMES)) {
              await transaction.query('UPDATE smart_campaign SET program_id = ? WHERE id = ?', [program, id]);
            }
          });
          for (const query of asked) {
            const sheet = await app().sheet({ reportType: 'program-performance', columns: undefined, ...query });
            const isDay = 'from' in query.timeFrame;
            const from = startOfDay(DAY, query.timeZone);
            const to = startOfDay('2024-03-11', query.timeZone);
            const expected = byHand(world, (at) => !isDay || (at >= from && at < to), query.hideDeletedPeople);
            const shown = Object.fromEntries(
              [...sheet.rows, { ...sheet.total, nodeId: 'Total' }].map(({ nodeId, values }) => [
                nodeId,
                [values['members'], values['newNames'], values['successes']],
              ]),
            );
            // A program in which nothing counts has no row, or one without numbers.
            const all = Object.fromEntries([...PROGRAMS, 'Total'].map((name) => [name, shown[name] ?? [0, 0, 0]]));
            expect({ query, ...all }).toEqual({ query, ...expected });
          }
        }),
        { numRuns: store.name === 'SQLite' ? 50 : 12 },
      );
    }, 120_000);
  });
});
