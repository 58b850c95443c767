import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { BruteList } from '../testing/brute-list';
import { DEFAULT_COUNTING, type CountingSettings } from '../testing/check-against-oracle';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { whoIsIn } from '../testing/listed';
import { bruteEvents } from '../testing/oracle';
import { closeReactions, histories } from '../testing/random-history';
import { KEYS, knownPeople, peopleFile, reactionLists, smartLists } from '../testing/random-list';
import { useApp } from '../testing/use-app';

const RULES: readonly CountingSettings[] = [
  DEFAULT_COUNTING,
  { ...DEFAULT_COUNTING, repeatSends: 'separate', repeatKey: 'messageId', bots: { proximitySeconds: 1 } },
];

describe('Who is in a smart list', () => {
  eachStore((store) => {
    const app = useApp(store);

    it.each(RULES)(
      'is told by its rules, read one by one for each person: %j',
      async (counting) => {
        const now = Date.now();
        await app().change(counting);
        const asked = fc.record({
          list: fc.oneof(smartLists([]), reactionLists),
          humanOnly: fc.boolean(),
          timeZone: fc.constantFrom(...FRAME_CASES.map(({ timeZone }) => timeZone)),
        });
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(histories(telling(now)), closeReactions(Date.UTC(2024, 0, 31, 20))),
            knownPeople(now),
            fc.array(asked, { minLength: 12, maxLength: 12 }),
            async (batches, attributes, questions) => {
              await app().empty();
              await app().import(peopleFile(attributes), { format: 'people' });
              for (const batch of batches) await app().take(batch);
              const world = { events: bruteEvents(batches.flat()), attributes, saved: new Map() };
              for (const { list, humanOnly, timeZone } of questions) {
                const rules = { ...counting, proximitySeconds: counting.bots.proximitySeconds };
                const frame = { from: null, to: null, basis: 'sent' as const };
                const judge = new BruteList(world, { ...rules, ...frame, humanOnly, timeZone, now });
                const calendar = { timeZone, weekStart: 'monday' as const, now };
                const found = await whoIsIn(app(), KEYS, list, { calendar, humanOnly });
                expect({ list, found }).toEqual({ list, found: KEYS.filter((key) => judge.has(key, list)) });
              }
            },
          ),
          { numRuns: store.name === 'SQLite' ? 60 : 20 },
        );
        await app().change(DEFAULT_COUNTING);
      },
      240_000,
    );
  });
});
