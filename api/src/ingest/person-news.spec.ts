import type { CanonicalEvent } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf, isoOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { LOCAL_CTX } from '../platform/workspace-id';
import { comparable } from '../testing/comparable';
import { retold } from '../testing/random-history';
import { TestApp } from '../testing/test-app';
import { inNewPlace, useApp } from '../testing/use-app';
import { LostActivity } from './lost-activity';
import { RecountService } from './recount.service';
import { differences } from '../testing/history-check';

let id = 0;
const AT = isoOf(Date.parse('2024-03-10T12:00:00Z'));
const merged = (person: string, ...others: string[]): CanonicalEvent => ({
  ...{ id: `news-${id++}`, kind: 'personMerged', at: AT, person: { id: person }, mergedPersons: others },
});
const deleted = (person: string): CanonicalEvent => ({
  ...{ id: `news-${id++}`, kind: 'personDeleted', at: AT, person: { id: person } },
});

/** Two leads who got the same email, as one person who is in the list twice does; one of them opened it. */
const twins = eventsOf(
  aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00'),
  aMessage({ person: '2' }).sent('2024-03-01 09:20').hardBounced('2024-03-01 09:21'),
  aMessage({ person: '2', campaign: '8498: Autumn' }).sent('2024-04-01 09:00').delivered('2024-04-01 09:01'),
);

describe('People who are merged or deleted', () => {
  eachStore((store) => {
    const app = useApp(store);
    const total = async (query = {}) => (await app().sheet(query)).total.values;

    it('count as one from then on: two messages of one email are one', async () => {
      await app().take(twins);
      expect(await total()).toMatchObject({ sent: 3, delivered: 2, hardBounced: 1, opened: 1 });
      await app().take([merged('1', '2')]);
      // The open proves the delivery: the bounce of the same message no longer counts.
      expect(await total()).toMatchObject({ sent: 2, delivered: 2, hardBounced: 0, opened: 1 });
      expect(await differences(app())).toEqual([]);
    });

    it('are one as well when the merge is told first, and whoever it is told about', async () => {
      await app().take(twins);
      await app().take([merged('1', '2')]);
      const after = comparable(await app().sheet());
      await app().empty();
      await app().take([merged('2', '1')]);
      await app().take(twins);
      expect(comparable(await app().sheet())).toEqual(after);
    });

    it('are told once, however often the same is told', async () => {
      const news = merged('1', '2');
      expect(await app().take([...twins, news, news])).toMatchObject({ accepted: twins.length + 1, duplicates: 1 });
      expect(await app().take([news])).toMatchObject({ accepted: 0, duplicates: 1 });
      expect(await app().take([{ ...news, person: { id: '9' } }])).toMatchObject({
        rejected: [{ code: 'event-id-conflict' }],
      });
    });

    it('keep counting when they are deleted, unless deleted people are hidden', async () => {
      await app().take(twins);
      await app().take([deleted('1')]);
      expect(await total()).toMatchObject({ sent: 3, opened: 1 });
      expect(await total({ hideDeletedPeople: true })).toMatchObject({ sent: 2, opened: 0, firstActivityAt: null });
      await app().take([merged('2', '1')]);
      expect(await total({ hideDeletedPeople: true })).toMatchObject({ sent: 0 });
      expect(await differences(app())).toEqual([]);
    });

    it('leave the first and last activity of the others right when they go', async () => {
      const at = (person: string, time: string) => aMessage({ person }).sent('2024-03-01 09:00').opened(time);
      await app().take(eventsOf(at('1', '2024-03-02 10:01'), at('2', '2024-03-02 10:05'), at('3', '2024-03-02 10:09')));
      await app().take([deleted('1'), deleted('3')]);
      for (const timeBasis of ['sent', 'activity'] as const) {
        expect(await total({ hideDeletedPeople: true, timeBasis })).toMatchObject({
          firstActivityAt: '2024-03-02T10:05:00.000Z',
          lastActivityAt: '2024-03-02T10:05:00.000Z',
        });
        expect(await total({ timeBasis })).toMatchObject({ firstActivityAt: '2024-03-02T10:01:00.000Z' });
      }
    });

    it('cost no second look at the others when they go who were neither first nor last', async () => {
      const at = (person: string, time: string) => aMessage({ person }).sent('2024-03-01 09:00').opened(time);
      await app().take(eventsOf(at('1', '2024-03-02 10:01'), at('2', '2024-03-02 10:05'), at('3', '2024-03-02 10:09')));
      const find = jest.spyOn(LostActivity.prototype, 'find');
      await app().take([deleted('2')]);
      expect(find).not.toHaveBeenCalled();
      await app().take([deleted('1')]);
      expect(find).toHaveBeenCalled();
      find.mockRestore();
      expect(await differences(app())).toEqual([]);
    });

    it('are one in a chain of merges, told in any order between their events', async () => {
      const events = [
        ...eventsOf(
          ...['4', '1', '3', '2'].map((person, n) =>
            aMessage({ person })
              .sent(`2024-03-0${n + 1} 09:00`)
              .opened(`2024-03-0${n + 2} 09:00`),
          ),
        ),
        ...[merged('1', '2'), merged('3', '4'), merged('2', '3'), deleted('4')],
      ];
      const asked = { hideDeletedPeople: true };
      await fc.assert(
        fc.asyncProperty(retold(events), async (batches) => {
          await app().empty();
          for (const batch of batches) await app().take(batch);
          expect(await total()).toMatchObject({
            sent: 1,
            opened: 1,
            totalOpens: 4,
            firstSentAt: '2024-03-01T09:00:00.000Z',
          });
          expect(await total(asked)).toMatchObject({ sent: 0 });
          expect(await differences(app())).toEqual([]);
        }),
        { numRuns: store.name === 'SQLite' ? 20 : 6 },
      );
    }, 60_000);

    it('are counted the same by a recount', async () => {
      await app().take([...twins, merged('1', '2'), deleted('2')]);
      const told = comparable(await app().sheet());
      await app().get(RecountService).recount(LOCAL_CTX);
      expect(comparable(await app().sheet())).toEqual(told);
      expect(await differences(app())).toEqual([]);
    });

    it(
      'are right while their events come in through two servers at once',
      () =>
        inNewPlace(store, async (place) => {
          const apps = [await TestApp.open(place), await TestApp.open(place)] as const;
          const people = Array.from({ length: 40 }, (_, n) => String(n));
          const events = people.map((person) =>
            aMessage({ person, email: `${Number(person) % 4}`, campaign: `${Number(person) % 3}` })
              .sent('2024-03-01 09:00')
              .delivered('2024-03-01 09:01')
              .opened(`2024-03-0${2 + (Number(person) % 5)} 10:00`),
          );
          const batches = events.flatMap(({ events: own }) => own.map((event) => [event]));
          const news = people.slice(0, 20).map((person) => [merged(person, String(Number(person) + 12))]);
          const all = [...batches, ...news, [deleted('3'), deleted('30')]];
          await Promise.all(all.map((batch, n) => apps[(n * 7) % 2]!.take(batch)));
          const shown = comparable(await apps[0].sheet({ hideDeletedPeople: true }));
          expect(await differences(apps[1])).toEqual([]);
          await apps[0].empty();
          await apps[0].take(all.flat());
          expect(comparable(await apps[0].sheet({ hideDeletedPeople: true }))).toEqual(shown);
          await Promise.all(apps.map((each) => each.close()));
        }),
      60_000,
    );
  });
});
