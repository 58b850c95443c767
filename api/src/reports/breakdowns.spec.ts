import type { CanonicalEvent, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { boundsOf, FRAME_CASES, telling, type FrameCase } from '../testing/frame-cases';
import {
  bruteEvents,
  bruteForceDomains,
  bruteForceReactions,
  type BruteOptions,
  type Counted,
} from '../testing/oracle';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const SHOES = 'https://shop.example/shoes';
const HATS = 'https://shop.example/hats';
const to = (address: string) => ({ person: { address } });

/** Ada clicks shoes three times and hats once, Ben hats once, Cleo nothing; Dana's mail is at an alias. */
const events = eventsOf(
  aMessage()
    .sent('2024-03-01 09:00', to('ada@gmail.com'))
    .clicked('2024-03-01 22:00', SHOES, to('ada@gmail.com'))
    .clicked('2024-03-02 03:00', SHOES, to('ada@gmail.com'))
    .clicked('2024-03-03 10:00', SHOES, to('ada@gmail.com'))
    .clicked('2024-03-03 10:05', HATS, to('ada@gmail.com')),
  aMessage().sent('2024-03-01 09:00', to('ben@gmail.com')).clicked('2024-03-02 10:00', HATS, to('ben@gmail.com')),
  aMessage().sent('2024-03-01 09:00', to('cleo@web.de')).hardBounced('2024-03-01 09:01', to('cleo@web.de')),
  aMessage().sent('2024-03-02 23:00', to('dana@googlemail.com')),
);

const COUNTS = [
  ...['sent', 'delivered', 'hardBounced', 'softBounced', 'pending', 'aborted', 'opened', 'clicked', 'unsubscribed'],
  ...['complained', 'forwarded', 'totalOpens', 'totalClicks'],
] as const;

/** Values of some columns by the names of the rows that hold them. */
function shown(sheet: Sheet, columns: readonly string[]): Record<string, unknown[]> {
  const names = new Map(sheet.rows.map((row) => [row.id, row.name]));
  return Object.fromEntries(
    sheet.rows.map((row) => {
      const path = [names.get(row.parentId ?? ''), row.name].filter(Boolean).join(' › ');
      return [path, columns.map((id) => row.values[id])];
    }),
  );
}

describe('By link and by domain', () => {
  eachStore((store) => {
    const app = useApp(store);
    const links = (query: object = {}) =>
      app().sheet({ reportType: 'email-link-performance', columns: undefined, ...query });
    const LINK_COLUMNS = ['clicks', 'clicksShare', 'people', 'peopleShare'];
    const domains = (query: object = {}) => app().sheet({ groupBy: ['domain'], columns: [...COUNTS], ...query });

    it('an email’s clicks are broken down by its links, its people each counted once', async () => {
      await app().take(events);
      const sheet = await links();
      // 4 + 1 clicks by 2 people, all of one email: shoes 3 by Ada, hats 2 by both.
      expect(shown(sheet, LINK_COLUMNS)).toEqual({
        Invite: [5, 1, 2, 1],
        [`Invite › ${HATS}`]: [2, 2 / 5, 2, 1],
        [`Invite › ${SHOES}`]: [3, 3 / 5, 1, 1 / 2],
      });
      expect(sheet.total.values).toEqual({ clicks: 5, clicksShare: 1, people: 2, peopleShare: 1 });
    });

    it('what was clicked most stands first, unless another order is asked for', async () => {
      await app().take(events);
      const order = async (query: object = {}) => (await links(query)).rows.map(({ name }) => name);
      expect(await order()).toEqual(['Invite', SHOES, HATS]);
      expect(await order({ columns: ['people'] })).toEqual(['Invite', SHOES, HATS]);
      expect(await order({ sort: [{ columnId: 'name', direction: 'asc' }] })).toEqual(['Invite', HATS, SHOES]);
    });

    it('a link says where it leads, whatever it is called; addresses that are none lead nowhere', async () => {
      await app().take([...events, ...eventsOf(aMessage().clicked('2024-03-02 09:00', 'https://['))]);
      const addresses = async () =>
        (await links({ groupBy: ['link'] })).rows.map(({ name, address }) => [name, address]);
      expect(await addresses()).toEqual([
        [SHOES, SHOES],
        [HATS, HATS],
        ['Malformed addresses', undefined],
      ]);
      const { body } = await app().http.get('/api/links').query({ search: 'shop.example/shoes' }).expect(200);
      await app().http.patch(`/api/links/${body.links[0].id}`).send({ label: 'A pair of shoes' }).expect(200);
      expect(await addresses()).toContainEqual(['A pair of shoes', SHOES]);
    });

    it('by date of activity a person counts under a link when they first clicked it, and has no share', async () => {
      await app().take(events);
      // New York's 2 March begins at 05:00 UTC: Ada's first two clicks were the day before it.
      const frame = { from: '2024-03-02', to: '2024-03-03' };
      const sheet = await links({ timeFrame: frame, timeZone: 'America/New_York', timeBasis: 'activity' });
      expect(shown(sheet, LINK_COLUMNS)).toEqual({
        Invite: [3, 1, 1, null],
        [`Invite › ${HATS}`]: [2, 2 / 3, 2, null],
        [`Invite › ${SHOES}`]: [1, 1 / 3, 0, null],
      });
      expect(sheet.notes).toContainEqual({ code: 'links-by-first-click', params: {} });
    });

    it('domains are named by themselves, an alias by its main domain', async () => {
      await app().take(events);
      expect(shown(await domains(), ['sent', 'hardBounced', 'clicked'])).toEqual({
        'gmail.com': [2, 0, 2],
        'googlemail.com': [1, 0, 0],
        'web.de': [1, 1, 0],
      });
      await app().change({ domains: { aliases: { 'googlemail.com': 'gmail.com' } } });
      const query = { timeFrame: { from: '2024-03-01', to: '2024-03-02' }, timeZone: 'Asia/Kolkata' };
      expect(shown(await domains(query), ['sent', 'clicked'])).toEqual({ 'gmail.com': [2, 2], 'web.de': [1, 0] });
      expect(shown(await domains(), ['sent', 'clicked'])).toEqual({ 'gmail.com': [3, 2], 'web.de': [1, 0] });
      await app().change({ domains: { aliases: {} } });
    });

    it('the hundred largest domains are shown, the rest is one row', async () => {
      const one = (n: number) => aMessage({ person: `${n}` }).sent('2024-03-01 09:00', to(`ada@d${n}.example`));
      const twice = aMessage({ person: 'b' }).sent('2024-03-01 09:00', to('ben@d105.example'));
      await app().take(eventsOf(...Array.from({ length: 110 }, (_, n) => one(n)), twice));
      const rows = shown(await domains(), ['sent']);
      expect(Object.keys(rows)).toHaveLength(101);
      expect(rows).toMatchObject({ 'd105.example': [2], Others: [10] });
    });

    it('a domain has no open rate where opens are not known, as its email has none', async () => {
      await app().take(events);
      const untracked = { id: 1670, name: 'Invite', template: 3, isOpenTrackingDisabled: true };
      await app().import(JSON.stringify({ success: true, result: [untracked] }), { format: 'marketo-assets' });
      for (const timeFrame of [{ preset: 'all-time' }, { from: '2024-03-01', to: '2024-03-02' }]) {
        const asked = { groupBy: ['asset', 'domain'], columns: ['openRate'], timeFrame, timeZone: 'Europe/Paris' };
        const { rows, total } = await domains(asked);
        expect(new Set([total, ...rows].map(({ values }) => values['openRate']))).toEqual(new Set([null]));
      }
    });

    it('a domain that is called like something that every object has is a domain', async () => {
      await app().take(eventsOf(aMessage().sent('2024-03-01 09:00', to('ada@constructor'))));
      expect(shown(await domains(), ['sent'])).toEqual({ constructor: [1] });
    });

    it.each([
      [{ groupBy: ['link'] }, 'unknown-grouping', 'groupBy'],
      [{ groupBy: ['domain'], columns: ['sent', 'firstActivityAt'] }, 'column-not-at-level', 'columns'],
    ])('what cannot be counted is refused: %j', async (query, code, path) => {
      const timeFrame = { preset: 'all-time' };
      const asked = { reportType: 'campaign-email-performance', timeFrame, ...query };
      const { body } = await app().http.post('/api/sheets').send(asked).expect(400);
      expect(body).toMatchObject({ code, path });
    });

    it('every figure is what a count by the rules alone gives, in every frame', async () => {
      await fc.assert(
        fc.asyncProperty(histories(telling(Date.now())), async (batches) => {
          await app().empty();
          for (const batch of batches) await app().take(batch);
          const all = batches.flat();
          for (const each of FRAME_CASES) {
            for (const [basis, humanOnly] of [
              ['sent', false],
              ['activity', true],
            ] as const) {
              const asked = { timeFrame: each.timeFrame, timeZone: each.timeZone, timeBasis: basis, humanOnly };
              const byDomain = await domains(asked);
              const options = optionsOf(each, basis, humanOnly, Date.parse(byDomain.computedAt));
              const title = `${each.title}, ${basis}`;
              expect({ title, rows: shown(byDomain, COUNTS) }).toEqual({ title, rows: expectedDomains(all, options) });
              const byLink = shown(await links(asked), ['clicks', 'people']);
              expect({ title, rows: linkRows(byLink) }).toEqual({ title, rows: expectedLinks(all, options) });
            }
          }
        }),
        { numRuns: store.name === 'SQLite' ? 15 : 5 },
      );
    }, 120_000);
  });
});

function optionsOf(each: FrameCase, basis: 'sent' | 'activity', humanOnly: boolean, now: number): BruteOptions {
  return {
    ...{ softBounce: 'last-word', repeatSends: 'collapse', repeatKey: 'run', proximitySeconds: 0 },
    ...{ basis, humanOnly, now, ...boundsOf(each, now) },
  };
}

/** Messages are in one domain each, and have one reason: what reasons count adds up. */
function expectedDomains(all: readonly CanonicalEvent[], options: BruteOptions): Record<string, number[]> {
  const rows: Record<string, Counted[]> = {};
  for (const [name, row] of bruteForceDomains(bruteEvents(all), options)) {
    const domain = name.split(' ')[0]!;
    (rows[domain === '-' ? 'No address known' : domain] ??= []).push(row);
  }
  const isThere = ([, own]: [string, Counted[]]) =>
    own.some((row) => Object.values(row).some((n) => typeof n === 'number' && n > 0 && n < 1e9));
  return Object.fromEntries(
    Object.entries(rows)
      .filter(isThere)
      .map(([name, own]) => [name, COUNTS.map((id) => own.reduce((sum, row) => sum + row[id], 0))]),
  );
}

function linkRows(rows: Record<string, unknown[]>): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(rows).filter(([name]) => name.includes(' › ')));
}

function expectedLinks(all: readonly CanonicalEvent[], options: BruteOptions): Record<string, number[]> {
  const names: Record<string, string> = { plain: 'No tracking' };
  const brute = bruteEvents(all);
  const rows: Record<string, number[]> = {};
  for (const asset of ['invite', 'plain']) {
    const own = brute.filter((event) => event.asset === asset || event.asset === '');
    for (const [link, { totalClicks, clicked }] of bruteForceReactions('link', own, options)) {
      if (totalClicks > 0) rows[`${names[asset] ?? asset} › ${link}`] = [totalClicks, clicked];
    }
  }
  return rows;
}
