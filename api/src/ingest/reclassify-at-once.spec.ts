import type { CanonicalEvent } from '@tallysheet/contract';
import { IpRanges } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { comparable } from '../testing/comparable';
import { differences, reclassify } from '../testing/history-check';
import type { TestApp } from '../testing/test-app';
import { withApps } from '../testing/use-app';

const LIST = IpRanges.parse('203.0.113.0/24\n192.0.2.0/24 privacyProxy\n');
const ADDRESSES = ['203.0.113.7', '198.51.100.4', '192.0.2.9', undefined];
const AGENTS = ['Mozilla/5.0', 'curl/8.5.0', 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'];
const PEOPLE = 48;

/** People of four campaign × email pairs, each with opens and clicks by several agents from several addresses. */
function told(): CanonicalEvent[] {
  const stories = Array.from({ length: PEOPLE }, (_, n) => {
    const story = aMessage({ person: String(n), campaign: `c${n % 2}`, email: `e${(n >> 1) % 2}` });
    story.sent('2024-03-01 09:00');
    for (let k = 0; k < 4; k++) {
      const agent = { userAgent: AGENTS[(n + k) % AGENTS.length], ip: ADDRESSES[(n * 3 + k) % ADDRESSES.length] };
      story
        .opened(`2024-03-01 1${k}:00`, { agent })
        .clicked(`2024-03-01 1${k}:30`, `https://a.example/${k}`, { agent });
    }
    return story;
  });
  return eventsOf(...stories);
}

/** Every message has events in every batch. */
function dealt(events: readonly CanonicalEvent[], count: number): CanonicalEvent[][] {
  return Array.from({ length: count }, (_, n) => events.filter((_event, index) => index % count === n));
}

describe('Judging history anew while events come in', () => {
  eachStore((store) => {
    it('ends with what a quiet intake by the newest rules would have counted', async () => {
      const quiet = await withApps(store, [{ ipRanges: LIST }], async (app) => {
        await app.take(told());
        return shown(app);
      });
      expect(quiet[0]).not.toEqual(quiet[1]);
      for (let round = 0; round < 3; round++) {
        await withApps(store, [{}, { ipRanges: LIST }], async (older, newer) => {
          const batches = dealt(told(), 8);
          const before = batches.slice(0, 4).flat();
          await older.take(before);
          const changes = await Promise.all([
            reclassify(newer),
            ...batches.slice(4).map((batch) => newer.take(batch).then(() => 0)),
            reclassify(newer),
          ]);
          // The two runs take turns at each campaign × email: what one has judged, the other finds as it should be.
          expect(changes.reduce((sum, n) => sum + n)).toBe(listed(before).length);
          expect(await differences(newer)).toEqual([]);
          expect(await shown(newer)).toEqual(quiet);
          expect(await reclassify(newer)).toBe(0);
        });
      }
    });

    it('and does so with two servers, of which one still judges by older rules meanwhile', () =>
      withApps(store, [{}, { ipRanges: LIST }], async (older, newer) => {
        const batches = dealt(told(), 8);
        await Promise.all([
          ...batches.map((batch, n) => (n % 2 === 0 ? older : newer).take(batch)),
          reclassify(newer),
          reclassify(older),
        ]);
        expect(await differences(newer)).toEqual([]);
        await reclassify(newer);
        expect(await differences(newer)).toEqual([]);
        const now = await shown(newer);
        await newer.empty();
        await newer.take(told());
        expect(now).toEqual(await shown(newer));
      }));
  });
});

/** The opens and clicks that the list takes from people: those by the browser, from a listed address. */
function listed(events: readonly CanonicalEvent[]): CanonicalEvent[] {
  return events.filter(({ agent }) => agent?.userAgent === AGENTS[2] && LIST.verdictOn(agent?.ip ?? '') !== null);
}

async function shown(app: TestApp) {
  return [comparable(await app.sheet()), comparable(await app.sheet({ humanOnly: true }))];
}
