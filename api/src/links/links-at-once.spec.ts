import type { LinkPage, LinkPatch, SettingsPatch } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { RecountJob } from '../ingest/recount-job';
import { differences } from '../testing/history-check';
import type { TestApp } from '../testing/test-app';
import { withApps } from '../testing/use-app';

const SHOP = 'https://shop.example/shoes';
const LEAVE = 'https://mail.example/leave';

const clickIn = (campaign: string, ...links: string[]) =>
  eventsOf(
    links.reduce(
      (story, link, n) => story.clicked(`2024-03-01 1${n}:00`, link),
      aMessage({ campaign }).sent('2024-03-01 09:00'),
    ),
  );

/** Lets `meanwhile` come in after a change has looked at what it concerns, and before it is on disk. */
function meetWith(app: TestApp, meanwhile: () => Promise<unknown>): void {
  const { store } = app.database;
  const transaction = store.transaction.bind(store);
  let met: Promise<unknown> | undefined;
  jest.spyOn(store, 'transaction').mockImplementation((work) =>
    transaction((own) =>
      work({
        insert: (rows) => own.insert(rows),
        query: async (text, parameters) => {
          if (text.startsWith('UPDATE workspace')) {
            met ??= meanwhile();
            // SQLite lets one write at a time: there it comes in behind.
            if (store.dialect.name === 'mysql') await met;
          }
          return own.query(text, parameters);
        },
      }),
    ),
  );
}

describe('Links that are changed while they are clicked for the first time in a campaign', () => {
  eachStore((store) => {
    const meeting = (change: (app: TestApp) => Promise<unknown>, meanwhile: ReturnType<typeof clickIn>) =>
      withApps(store, [{}, {}], async (app, other) => {
        await app.take(clickIn('first', SHOP, `${SHOP}?seat=1`, LEAVE));
        let taken: Promise<unknown> | undefined;
        meetWith(app, () => (taken = other.take(meanwhile)));
        await change(app);
        await taken;
        await app.get(RecountJob).settled();
        jest.restoreAllMocks();
        expect(taken).toBeDefined();
        expect(await differences(app)).toEqual([]);
        const { body } = await app.http.get('/api/links').expect(200);
        return (body as LinkPage).links.map(({ url }) => url);
      });

    it('count there as what they are now', async () => {
      const patch: LinkPatch = { type: 'unsubscribe' };
      await meeting(
        async (app) => {
          const { body } = await app.http.get('/api/links').query({ search: LEAVE });
          await app.http.patch(`/api/links/${body.links[0].id}`).send(patch).expect(200);
        },
        clickIn('second', SHOP, LEAVE),
      );
    });

    it('count there without what is personal in them', async () => {
      const patch: SettingsPatch = { links: { personalParameters: ['seat'] } };
      const links = await meeting(
        (app) => app.http.patch('/api/settings').send(patch).expect(200),
        clickIn('second', SHOP, `${SHOP}?seat=2`),
      );
      expect(links.sort()).toEqual([LEAVE, SHOP]);
    });
  });
});
