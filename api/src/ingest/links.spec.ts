import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

describe('Links', () => {
  eachStore((store) => {
    const app = useApp(store);
    const links = () => app().database.store.query('SELECT url FROM link ORDER BY url');

    it('are the same for everyone who clicks them, and hold nothing personal', async () => {
      await app().take(
        eventsOf(
          aMessage({ person: '1' }).clicked('2024-03-01 09:00', 'https://a.example/offer?mkt_tok=one#top'),
          aMessage({ person: '2' }).clicked('2024-03-01 09:00', 'https://a.example/offer?mkt_tok=two'),
          aMessage({ person: '2' }).clicked('2024-03-02 09:00', 'https://a.example/offer?size=m'),
        ),
      );
      expect(await links()).toEqual([{ url: 'https://a.example/offer' }, { url: 'https://a.example/offer?size=m' }]);
    });

    it('that are no addresses are one link, and their clicks count', async () => {
      const broken = ['{{my.link}}', 'nonsense', 'http://'];
      await app().take(
        eventsOf(...broken.map((url, index) => aMessage({ person: String(index) }).clicked('2024-03-01 09:00', url))),
      );
      expect(await links()).toEqual([{ url: 'malformed' }]);
      expect((await app().sheet()).total.values).toMatchObject({ clicked: 3, totalClicks: 3 });
    });

    it('keep the name that one click of a batch tells when the next one tells none', async () => {
      const url = 'https://a.example/offer';
      await app().take(
        eventsOf(
          aMessage({ person: '1' }).clicked('2024-03-01 09:00', url),
          aMessage({ person: '2' }).clicked('2024-03-01 09:00', url, {
            link: { url, label: 'Offer', category: 'shop' },
          }),
          aMessage({ person: '3' }).clicked('2024-03-01 09:00', url),
        ),
      );
      const named = await app().database.store.query('SELECT label, category FROM link');
      expect(named).toEqual([{ label: 'Offer', category: 'shop' }]);
    });

    it('clicked twice within one second are no sign of a machine, whatever is personal in them', async () => {
      await app().take(
        eventsOf(
          aMessage({ person: '1' })
            .clicked('2024-03-01 09:00', 'https://a.example/?mkt_tok=one')
            .clicked('2024-03-01 09:00', 'https://a.example/?mkt_tok=two'),
        ),
      );
      expect((await app().sheet({ humanOnly: true })).total.values).toMatchObject({ clicked: 1, totalClicks: 2 });
    });
  });
});
