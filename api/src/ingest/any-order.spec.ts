import { aMessage, eachStore, eventsOf, marketoExtract } from '@tallysheet/testing';
import fc from 'fast-check';
import { comparable } from '../testing/comparable';
import { retold } from '../testing/random-history';
import { useApp } from '../testing/use-app';

/** Messages whose counts hang on what came first and last: a late bounce, a proof before its send, repeated sends. */
const events = eventsOf(
  aMessage({ person: '1' })
    .sent('2024-02-29 23:50')
    .softBounced('2024-02-29 23:55')
    .delivered('2024-03-01 00:10')
    .softBounced('2024-03-02 08:00'),
  aMessage({ person: '2' }).opened('2024-03-01 10:00').sent('2024-03-01 09:00').sent('2024-03-08 09:00'),
  aMessage({ person: '3' }).hardBounced('2024-03-01 09:00').clicked('2024-03-04 09:00', 'https://a.example/'),
  aMessage({ person: '3', email: '1671: Reminder', campaign: '8498: Autumn' })
    .delivered('2024-03-01 09:00')
    .opened('2024-04-01 09:00', { bot: true })
    .unsubscribed('2024-05-01 09:00'),
);
const frame = { timeFrame: { from: '2024-03-01', to: '2024-03-31' } };

describe('The order of events and the size of batches change nothing', () => {
  eachStore((store) => {
    const app = useApp(store);
    const sheets = async () => [
      comparable(await app().sheet()),
      comparable(await app().sheet({ ...frame, humanOnly: true })),
      comparable(await app().sheet({ ...frame, timeBasis: 'activity' })),
    ];

    it('for batches of any size, in any order, some events told again', async () => {
      await app().take(events);
      const told = await sheets();
      await fc.assert(
        fc.asyncProperty(retold(events), async (batches) => {
          await app().empty();
          for (const batch of batches) await app().take(batch);
          expect(await sheets()).toEqual(told);
        }),
        { numRuns: store.name === 'SQLite' ? 20 : 6 },
      );
    }, 60_000);

    it('for a shuffled file', async () => {
      await app().import(marketoExtract(events));
      const told = await sheets();
      await app().empty();
      const shuffled = fc.sample(fc.shuffledSubarray(events, { minLength: events.length }), 1)[0]!;
      await app().import(marketoExtract(shuffled));
      expect(await sheets()).toEqual(told);
    });
  });
});
