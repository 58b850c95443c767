import type { Link, LinkPage, LinkPatch } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { RecountJob } from '../ingest/recount-job';
import { differences } from '../testing/history-check';
import { useApp } from '../testing/use-app';

const SHOP = 'https://shop.example/shoes';
const LEAVE = 'https://mail.example/leave';

/** Five clicks of two people: four on the shop's page in two versions, one on the way out; one click by mail. */
const events = eventsOf(
  aMessage({ person: '1' })
    .sent('2024-03-01 09:00')
    .clicked('2024-03-01 10:00', `${SHOP}?mkt_tok=1`)
    .clicked('2024-03-01 11:00', `${SHOP}?seat=7`)
    .clicked('2024-03-02 11:00', `${SHOP}?seat=7#top`),
  aMessage({ person: '2' })
    .sent('2024-03-01 09:00')
    .clicked('2024-03-01 10:00', SHOP)
    .clicked('2024-03-03 10:00', LEAVE)
    .clicked('2024-03-03 11:00', 'mailto:us@shop.example'),
);

describe('Links', () => {
  eachStore((store) => {
    const app = useApp(store);
    afterEach(() => app().change({ links: { personalParameters: [] } }));

    const page = async (query = {}): Promise<LinkPage> =>
      (await app().http.get('/api/links').query(query).expect(200)).body as LinkPage;
    const clicks = async () => Object.fromEntries((await page()).links.map((link) => [link.url, link.totalClicks]));
    const linkOf = async (url: string) => (await page()).links.find((link) => link.url === url)!;
    const change = async (url: string, patch: LinkPatch): Promise<Link> => {
      const { body } = await app()
        .http.patch(`/api/links/${(await linkOf(url)).id}`)
        .send(patch)
        .expect(200);
      await app().get(RecountJob).settled();
      return body as Link;
    };
    const total = async () => (await app().sheet()).total.values;

    it('are listed with their clicks, the most clicked first, without what is personal in them', async () => {
      await app().take(events);
      expect((await page()).links.map(({ totalClicks }) => totalClicks)).toEqual([2, 2, 1, 0]);
      expect(await clicks()).toEqual({ [SHOP]: 2, [`${SHOP}?seat=7`]: 2, [LEAVE]: 1, 'mailto:us@shop.example': 0 });
      expect((await linkOf('mailto:us@shop.example')).type).toBe('mailto');
    });

    it('that end a subscription are no clicks once that is said, and are again when it is taken back', async () => {
      await app().take(events);
      expect(await total()).toMatchObject({ clicked: 2, totalClicks: 5 });
      expect(await change(LEAVE, { type: 'unsubscribe' })).toMatchObject({ type: 'unsubscribe' });
      expect(await total()).toMatchObject({ clicked: 2, totalClicks: 4, opened: 2 });
      expect(await clicks()).toMatchObject({ [LEAVE]: 0 });
      expect(await differences(app())).toEqual([]);
      await app().take(eventsOf(aMessage({ person: '3' }).sent('2024-03-01 09:00').clicked('2024-03-04 10:00', LEAVE)));
      expect(await total()).toMatchObject({ clicked: 2, totalClicks: 4, opened: 3 });
      await change(LEAVE, { type: 'tracked' });
      expect(await total()).toMatchObject({ clicked: 3, totalClicks: 6, opened: 3 });
      expect(await differences(app())).toEqual([]);
    });

    it('can be given a name and a category, and lose them again', async () => {
      await app().take(events);
      expect(await change(SHOP, { label: 'Shoes', category: 'Shop' })).toMatchObject({
        label: 'Shoes',
        category: 'Shop',
      });
      expect((await page({ search: 'shoes' })).links.map(({ label }) => label)).toContain('Shoes');
      expect(await change(SHOP, { label: '' })).toMatchObject({ label: null, category: 'Shop' });
    });

    it('are found by a part of their address, whatever signs are in it', async () => {
      await app().take(events);
      expect((await page({ search: 'MAIL.example' })).links.map(({ url }) => url)).toEqual([LEAVE]);
      expect((await page({ search: '%' })).total).toBe(0);
      expect((await page({ search: 'seat=' })).total).toBe(1);
    });

    it('become one when a parameter is said to be personal, and two again when it is not', async () => {
      await app().take(events);
      await app().change({ links: { personalParameters: ['Seat'] } });
      expect(await clicks()).toEqual({ [SHOP]: 4, [LEAVE]: 1, 'mailto:us@shop.example': 0 });
      expect(await differences(app())).toEqual([]);
      const later = aMessage({ person: '3' }).sent('2024-03-01 09:00').clicked('2024-03-04 10:00', `${SHOP}?seat=9`);
      await app().take(eventsOf(later));
      expect(await clicks()).toMatchObject({ [SHOP]: 5 });
      await app().change({ links: { personalParameters: [] } });
      expect(await clicks()).toMatchObject({ [SHOP]: 2, [`${SHOP}?seat=7`]: 2, [`${SHOP}?seat=9`]: 1 });
      expect(await differences(app())).toEqual([]);
    });

    it('that nobody has clicked are not found', async () => {
      const { body } = await app().http.patch('/api/links/00ff').send({ type: 'mirror' }).expect(404);
      expect(body).toMatchObject({ code: 'link-not-found' });
    });
  });
});
