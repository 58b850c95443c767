import type { CanonicalEvent } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { LOCAL_CTX } from '../platform/workspace-id';
import { differences, reclassify } from '../testing/history-check';
import type { TestApp } from '../testing/test-app';
import { useApp } from '../testing/use-app';
import { RecountService } from './recount.service';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0';
const AGENTS = [IPHONE, FIREFOX, undefined];
const PEOPLE = 24;

/** People of two campaigns, each with opens and clicks by several agents; every sixth open is a bot's by its source's word. */
function told(): CanonicalEvent[] {
  const stories = Array.from({ length: PEOPLE }, (_, n) => {
    const story = aMessage({ person: String(n), campaign: `c${n % 2}` }).sent('2024-03-01 09:00');
    for (let k = 0; k < 3; k++) {
      const agent = { userAgent: AGENTS[(n + k) % AGENTS.length] };
      const bot = (n + k) % 6 === 0 ? { bot: true } : {};
      story.opened(`2024-03-01 1${k}:00`, { agent, ...bot });
      story.clicked(`2024-03-01 1${k}:30`, `https://a.example/${k}`, { agent });
    }
    return story;
  });
  return eventsOf(...stories);
}

describe('Naming the devices of history anew', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('counts under the names of today what an older table had named otherwise', async () => {
      await app().take(told());
      const today = await devices(app());
      expect(today.map(({ device }) => device)).toEqual(
        expect.arrayContaining(['phone/ios/apple-mail', 'desktop/linux/firefox']),
      );
      await asNamedBefore(app());
      expect(await devices(app())).not.toEqual(today);
      // Each person opens and clicks three times, two of the three by an agent.
      expect(await reclassify(app())).toBe(PEOPLE * 4);
      expect(await devices(app())).toEqual(today);
      expect(await differences(app())).toEqual([]);
      expect(await reclassify(app())).toBe(0);
    });

    it('leaves what its source says of bots as it is', async () => {
      await app().take(told());
      const flagged = "SELECT COUNT(*) AS n FROM event WHERE verdict_rule = 'source-flag'";
      const count = async () => Number((await app().database.store.query<{ n: number }>(flagged))[0]?.n);
      const before = await count();
      expect(before).toBe(PEOPLE / 2);
      await asNamedBefore(app());
      await reclassify(app());
      expect(await count()).toBe(before);
    });

    it('goes on while events come in', async () => {
      const events = told();
      await app().take(events);
      const today = await devices(app());
      for (let round = 0; round < 3; round++) {
        await app().empty();
        const batches = Array.from({ length: 6 }, (_, n) => events.filter((_event, index) => index % 6 === n));
        await app().take(batches.slice(0, 3).flat());
        await asNamedBefore(app());
        await Promise.all([reclassify(app()), ...batches.slice(3).map((batch) => app().take(batch))]);
        expect(await devices(app())).toEqual(today);
        expect(await differences(app())).toEqual([]);
      }
    });
  });
});

/** All that is stored, as a table that knew no device would have left it. */
async function asNamedBefore(app: TestApp): Promise<void> {
  const rename = "UPDATE event SET device = 'other/other/other' WHERE device IS NOT NULL";
  await app.database.store.transaction((transaction) => transaction.query(rename));
  await app.get(RecountService).recount(LOCAL_CTX);
}

/** What is counted of each device, of all campaigns and audiences. */
async function devices(app: TestApp): Promise<{ device: string }[]> {
  const text =
    'SELECT device, SUM(total_opens) AS opens, SUM(total_clicks) AS clicks, SUM(total_opens_human) AS human_opens ' +
    'FROM tally_device GROUP BY device ORDER BY device';
  return app.database.store.query<{ device: string }>(text);
}
