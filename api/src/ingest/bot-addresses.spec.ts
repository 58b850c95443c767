import { IpRanges } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { comparable } from '../testing/comparable';
import { differences, reclassify } from '../testing/history-check';
import type { TestApp } from '../testing/test-app';
import { withApps } from '../testing/use-app';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const from = (ip: string, userAgent = CHROME) => ({ agent: { userAgent, ip } });

const LIST = IpRanges.parse('203.0.113.0/24\n2001:db8:cafe::/48 privacyProxy\n');
const NEWER = IpRanges.parse('203.0.113.20\n2001:db8:cafe::/48\n');
const SHOP = 'https://shop.example';

/**
 * 1: a scanner follows the only link on arrival, Ada comes at noon. 2: a scanner alone. 3: a relay opens. 4: Gmail's
 * proxy opens from a data centre. 5: nobody's address, and text that is none. 6: a bot by its source's own word.
 */
const told = () =>
  eventsOf(
    aMessage({ person: '1' })
      .sent('2024-03-01 10:00')
      .clicked('2024-03-01 10:00:02', `${SHOP}/a`, from('203.0.113.20'))
      .opened('2024-03-01 12:00', from('198.51.100.4'))
      .clicked('2024-03-01 12:01', `${SHOP}/a`, from('198.51.100.4')),
    aMessage({ person: '2' })
      .sent('2024-03-01 10:00')
      .clicked('2024-03-01 10:00:02', `${SHOP}/a`, from('::ffff:203.0.113.21')),
    aMessage({ person: '3' }).sent('2024-03-01 10:00').opened('2024-03-01 10:05', from('2001:DB8:CAFE::1')),
    aMessage({ person: '4' }).sent('2024-03-01 10:00').opened('2024-03-01 10:05', from('203.0.113.200', GMAIL)),
    aMessage({ person: '5' })
      .sent('2024-03-01 10:00')
      .opened('2024-03-01 10:05')
      .opened('2024-03-01 10:06', from('unknown')),
    aMessage({ person: '6', email: '1671: Reminder' })
      .sent('2024-03-01 10:00')
      .opened('2024-03-01 10:05', { ...from('203.0.113.22'), bot: true }),
  );

/** Whatever anybody's address: 1, 2, 3, 4, 5 and 6 opened, 1 and 2 clicked. */
const EVERYBODY = { sent: 6, opened: 6, clicked: 2, totalOpens: 6, totalClicks: 3 };
/** Without 6, which its source calls a bot. */
const WITHOUT_LIST = { sent: 6, opened: 5, clicked: 2, totalOpens: 5, totalClicks: 3 };
/** Without the scanner's clicks and the relay's open as well: 1, 4 and 5 are left. */
const BY_LIST = { sent: 6, opened: 3, clicked: 1, totalOpens: 4, totalClicks: 1 };

describe('Addresses of bots', () => {
  eachStore((store) => {
    it('keep what comes from them out of the people’s numbers, and nowhere else', () =>
      withApps(store, [{ ipRanges: LIST }], async (app) => {
        await app.take(told());
        expect(await totals(app)).toEqual([expect.objectContaining(EVERYBODY), expect.objectContaining(BY_LIST)]);
        expect(await differences(app)).toEqual([]);
      }));

    it('are judged again over all history by a newer list, and taken back by an empty one', () =>
      withApps(store, [{}, { ipRanges: LIST }, { ipRanges: NEWER }], async (before, listed, newer) => {
        await before.take(told());
        expect(await totals(before)).toEqual([
          expect.objectContaining(EVERYBODY),
          expect.objectContaining(WITHOUT_LIST),
        ]);
        const first = comparable(await before.sheet({ humanOnly: true }));
        expect(await reclassify(before)).toBe(0);

        expect(await reclassify(listed)).toBe(3);
        expect(await totals(listed)).toEqual([expect.objectContaining(EVERYBODY), expect.objectContaining(BY_LIST)]);
        expect(await differences(listed)).toEqual([]);
        expect(await reclassify(listed)).toBe(0);

        // The relay becomes a bot's, one scanner a person's: two other verdicts.
        expect(await reclassify(newer)).toBe(2);
        expect((await totals(newer))[1]).toMatchObject({ opened: 4, clicked: 2, totalOpens: 4, totalClicks: 2 });
        expect(await differences(newer)).toEqual([]);

        expect(await reclassify(before)).toBe(2);
        expect(comparable(await before.sheet({ humanOnly: true }))).toEqual(first);
        expect(await differences(before)).toEqual([]);
      }));

    it('leave which rule it was beside each verdict', () =>
      withApps(store, [{ ipRanges: LIST }], async (app) => {
        await app.take(told());
        const rules = await app.database.store.query<{ verdict_rule: string; n: number }>(
          'SELECT verdict_rule, COUNT(*) AS n FROM event WHERE verdict IS NOT NULL GROUP BY verdict_rule',
        );
        expect(Object.fromEntries(rules.map(({ verdict_rule, n }) => [verdict_rule, Number(n)]))).toEqual({
          'ip-list': 3,
          'mail-proxy': 1,
          'source-flag': 1,
          none: 4,
        });
      }));
  });
});

/** The totals with bots and of people alone. */
async function totals(app: TestApp) {
  const [all, people] = [await app.sheet(), await app.sheet({ humanOnly: true })];
  return [all.total.values, people.total.values];
}
