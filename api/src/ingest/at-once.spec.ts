import { aMessage, eachStore, eventsOf, type MessageStory } from '@tallysheet/testing';
import type { CanonicalEvent } from '@tallysheet/contract';
import { comparable } from '../testing/comparable';
import { TestApp } from '../testing/test-app';
import { inNewPlace } from '../testing/use-app';

const PEOPLE = 60;

function stories(): MessageStory[] {
  return Array.from({ length: PEOPLE }, (_, n) => {
    const of = { person: String(n), email: `${n % 3}`, campaign: `${n % 2}` };
    const story = aMessage(of).sent('2024-03-01 09:00').delivered('2024-03-01 09:01');
    return n % 4 === 0 ? story.opened('2024-03-02 10:00').clicked('2024-03-02 10:05', 'https://a.example/') : story;
  });
}

/** Batches that overlap by half, each begun somewhere else and in another order. */
function overlapping(events: readonly CanonicalEvent[], count: number): CanonicalEvent[][] {
  const size = Math.ceil((events.length / count) * 2);
  const around = [...events, ...events];
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * events.length) / count);
    const batch = around.slice(from, from + size);
    return n % 2 === 0 ? batch : batch.reverse();
  });
}

describe('Batches that come at the same moment', () => {
  eachStore((store) => {
    it('count every event once, through one server', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        const events = eventsOf(...stories());
        const results = await Promise.all(overlapping(events, 8).map((batch) => app.take(batch)));
        const accepted = results.reduce((sum, result) => sum + result.accepted, 0);
        expect(accepted).toBe(events.length);
        const shown = comparable(await app.sheet());
        await app.empty();
        await app.take(events);
        expect(shown).toEqual(comparable(await app.sheet()));
        await app.close();
      }));

    it('count every event once, through two servers on one database', () =>
      inNewPlace(store, async (place) => {
        const apps = [await TestApp.open(place), await TestApp.open(place)] as const;
        const events = eventsOf(...stories());
        const results = await Promise.all(overlapping(events, 8).map((batch, n) => apps[n % 2]!.take(batch)));
        const accepted = results.reduce((sum, result) => sum + result.accepted, 0);
        expect(accepted).toBe(events.length);
        const shown = await Promise.all(apps.map(async (app) => comparable(await app.sheet())));
        expect(shown[0]).toEqual(shown[1]);
        expect(shown[0]!.total.values).toMatchObject({ sent: PEOPLE, delivered: PEOPLE, opened: PEOPLE / 4 });
        await Promise.all(apps.map((app) => app.close()));
      }));

    it('and the same batch sent several times at once is taken once', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        const events = eventsOf(...stories());
        const results = await Promise.all(Array.from({ length: 5 }, () => app.take(events)));
        expect(results.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 0, 0, events.length]);
        expect((await app.sheet()).total.values).toMatchObject({ sent: PEOPLE });
        await app.close();
      }));
  });
});
