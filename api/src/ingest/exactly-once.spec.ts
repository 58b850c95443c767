import { aMessage, eachStore, eventsOf, marketoExtract } from '@tallysheet/testing';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

const stories = [
  aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00'),
  aMessage({ person: '2' }).sent('2024-03-01 09:00').hardBounced('2024-03-01 09:02'),
  aMessage({ person: '3' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01'),
  aMessage({ person: '3', email: '1671: Reminder' })
    .opened('2024-03-05 11:00')
    .clicked('2024-03-05 11:01', 'https://a.example/'),
];
const events = eventsOf(...stories);

describe('Every event counts exactly once', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('a file imported twice changes nothing', async () => {
      const file = marketoExtract(events);
      const first = await app().import(file);
      const once = comparable(await app().sheet());
      const second = await app().import(file);
      expect(first).toMatchObject({ accepted: events.length, duplicates: 0, rejected: 0 });
      expect(second).toMatchObject({ accepted: 0, duplicates: events.length, rejected: 0 });
      expect(comparable(await app().sheet())).toEqual(once);
    });

    it('files that overlap count what they share once', async () => {
      await app().import(marketoExtract(events));
      const whole = comparable(await app().sheet());
      await app().empty();
      await app().import(marketoExtract(events.slice(0, 6)));
      const second = await app().import(marketoExtract(events.slice(3)));
      expect(second).toMatchObject({ accepted: events.length - 6, duplicates: 3 });
      expect(comparable(await app().sheet())).toEqual(whole);
    });

    it('a row that stands in a file twice is a duplicate', async () => {
      const [first] = events;
      expect(await app().import(marketoExtract([first!, first!]))).toMatchObject({ accepted: 1, duplicates: 1 });
      expect((await app().sheet()).total.values).toMatchObject({ sent: 1 });
    });
  });
});
