import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { TestApp } from '../testing/test-app';
import { inNewPlace } from '../testing/use-app';

const batch = (person: number) => eventsOf(aMessage({ person: `${person}` }).sent('2024-03-01 09:00'));

describe('Who stores batch after batch', () => {
  eachStore((store) => {
    it('can tell whether another process stores some as well', () =>
      inNewPlace(store, async (place) => {
        const [own, other] = [await TestApp.open(place), await TestApp.open(place)] as const;
        const giveWay = () => own.database.store.giveWay();
        await own.take(batch(1));
        await giveWay();
        await own.take(batch(2));
        expect(await giveWay()).toBe(false);

        const giving = (async () => {
          let noticed = false;
          for (let person = 100; !noticed; person += 1) {
            await own.take(batch(person));
            noticed = await giveWay();
          }
          return noticed;
        })();
        let isGiving = true;
        void giving.finally(() => (isGiving = false));
        for (let person = 100_000; isGiving; person += 1) await other.take(batch(person));
        expect(await giving).toBe(true);

        await own.take(batch(3));
        await giveWay();
        await own.take(batch(4));
        expect(await giveWay()).toBe(false);
        await Promise.all([own.close(), other.close()]);
      }));
  });
});
