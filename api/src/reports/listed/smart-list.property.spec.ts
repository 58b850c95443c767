import type { CanonicalEvent, ReportQuery, Sheet, SmartList } from '@tallysheet/contract';
import { reportTypeById } from '@tallysheet/report-model';
import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { SmartListService } from '../../smart-lists/smart-list.service';
import { BruteList, type BruteQuestion } from '../../testing/brute-list';
import { DEFAULT_COUNTING, type CountingSettings } from '../../testing/check-against-oracle';
import { comparable } from '../../testing/comparable';
import { expectedSheet } from '../../testing/expected-sheet';
import { boundsOf, FRAME_CASES, telling, type FrameCase } from '../../testing/frame-cases';
import { bruteEvents } from '../../testing/oracle';
import { histories } from '../../testing/random-history';
import { knownPeople, peopleFile, smartLists } from '../../testing/random-list';
import type { TestApp } from '../../testing/test-app';
import { useApp } from '../../testing/use-app';

const FIGURES = reportTypeById('campaign-email-performance').columns.filter(
  (id) => !['subject', 'fromName', 'programName', 'channel', 'tags'].includes(id),
);

/** Sheets of every kind of row, for which a count by hand is not written down: they must be those of the people alone. */
const KINDS: readonly Partial<ReportQuery>[] = [
  { groupBy: ['program', 'domain'] },
  { groupBy: ['campaign', 'hour'] },
  { reportType: 'email-performance', groupBy: ['week', 'day'] },
  { reportType: 'email-performance', groupBy: ['weekday', 'asset'] },
  { reportType: 'email-performance', groupBy: ['domain'], columns: ['sent', 'pending', 'aborted', 'opened'], top: 1 },
  { reportType: 'email-link-performance', columns: undefined },
  { reportType: 'email-link-performance', groupBy: ['link'], columns: undefined },
  { reportType: 'engagement-by-hour', columns: undefined },
  { timeFrame: { from: '2024-02-01', to: '2024-03-31' }, compare: { to: 'previous-period' } },
];
const NO_EXTREMES = ['sent', 'delivered', 'hardBounced', 'softBounced', 'pending', 'aborted', 'opened', 'openRate'];

const SAVED = 'saved';
const RULES: readonly CountingSettings[] = [
  DEFAULT_COUNTING,
  { ...DEFAULT_COUNTING, repeatSends: 'separate', bots: { proximitySeconds: 2 } },
];

const questions = fc.record({
  frame: fc.constantFrom(...FRAME_CASES),
  timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
  humanOnly: fc.boolean(),
  hideDeletedPeople: fc.boolean(),
});

function figuresOf(sheet: Sheet) {
  const rows = Object.fromEntries(sheet.rows.map(({ id, values }) => [id, values]));
  return { rows, total: sheet.total.values, notes: sheet.notes };
}

function withoutList({ smartList: _, ...sheet }: Sheet) {
  return comparable(sheet);
}

interface World {
  batches: CanonicalEvent[][];
  people: Map<string, Record<string, string>>;
  saved: SmartList;
  list: SmartList;
}

/** A new world, in which one list is saved; answers the random list with the id that it has in place of `saved`. */
async function bring(app: TestApp, { batches, people, saved, list }: World): Promise<{ list: SmartList; id: string }> {
  await app.empty();
  await app.import(peopleFile(people), { format: 'people' });
  for (const batch of batches) await app.take(batch);
  const { id } = await app.get(SmartListService).create(LOCAL_CTX, { name: 'Saved', smartList: saved });
  return { id, list: JSON.parse(JSON.stringify(list).replaceAll(`"list":"${SAVED}"`, `"list":"${id}"`)) as SmartList };
}

type Question = { frame: FrameCase; timeBasis: 'sent' | 'activity'; humanOnly: boolean; hideDeletedPeople: boolean };

function bruteQuestion(
  { frame, timeBasis, humanOnly, hideDeletedPeople }: Question,
  counting: CountingSettings,
  now: number,
) {
  const rules = { ...counting, proximitySeconds: counting.bots.proximitySeconds };
  const asked = { basis: timeBasis, humanOnly, hideDeleted: hideDeletedPeople, timeZone: frame.timeZone, now };
  return { ...rules, ...boundsOf(frame, now), ...asked } satisfies BruteQuestion;
}

describe('A sheet of a smart list counts what happened to its people, and nothing else', () => {
  eachStore((store) => {
    const app = useApp(store);
    const now = Date.now();
    let clock: jest.SpyInstance;
    beforeAll(() => (clock = jest.spyOn(Date, 'now').mockReturnValue(now)));
    afterAll(() => clock.mockRestore());

    it.each(RULES)(
      'in every figure, note, row, zone and basis: %j',
      async (counting) => {
        await app().change(counting);
        const worlds: fc.Arbitrary<World> = fc.record({
          batches: histories(telling(now)),
          people: knownPeople(now),
          saved: smartLists([]),
          list: smartLists([SAVED]),
        });
        await fc.assert(
          fc.asyncProperty(
            worlds,
            fc.array(questions, { minLength: 2, maxLength: 2 }),
            fc.constantFrom(...KINDS),
            async (world, asked, kind) => {
              const { list, id } = await bring(app(), world);
              const events = world.batches.flat();
              const brute = {
                events: bruteEvents(events),
                attributes: world.people,
                saved: new Map([[id, world.saved]]),
              };
              const others: { query: Partial<ReportQuery>; shown: Sheet; kept: CanonicalEvent[] }[] = [];
              for (const question of asked) {
                const options = bruteQuestion(question, counting, now);
                const judge = new BruteList(brute, options);
                const isKept = judge.historyOf(list);
                const kept = events.filter((event) => isKept({ kind: event.kind, person: keyOf(event) }));
                const { frame, ...switches } = question;
                const query = { ...switches, timeFrame: frame.timeFrame, timeZone: frame.timeZone };
                const sheet = await app().sheet({ ...query, columns: [...FIGURES], smartList: list });
                expect(figuresOf(sheet)).toEqual(expectedSheet(kept, options));
                expect(sheet.smartList).toEqual(judge.counts(list));
                const columns = 'columns' in kind ? {} : { columns: NO_EXTREMES };
                const other = { ...query, ...columns, ...kind };
                others.push({ query: other, shown: await app().sheet({ ...other, smartList: list }), kept });
              }
              for (const { query, shown, kept } of others) {
                await app().empty();
                await app().take(kept);
                expect(withoutList(shown)).toEqual(comparable(await app().sheet(query)));
              }
            },
          ),
          { numRuns: store.name === 'SQLite' ? 30 : 12 },
        );
        await app().change(DEFAULT_COUNTING);
      },
      240_000,
    );
  });
});

function keyOf({ person }: CanonicalEvent): string {
  return person.id ?? person.address!.toLowerCase();
}
