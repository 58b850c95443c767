import { VERDICTS } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { LOCAL_CTX } from '../platform/workspace-id';
import { comparable } from '../testing/comparable';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';
import type { Difference } from './difference';
import { ReclassifyService } from './reclassify.service';
import { RecountService } from './recount.service';
import { VerifyService } from './verify.service';

/** Around midnight and a month's end, days apart and within one second. */
const MOMENTS = ['2024-02-29T23:59:59Z', '2024-03-01T00:00:00Z', '2024-03-01T09:10:00Z', '2024-03-04T09:10:00Z'].map(
  (at) => Date.parse(at),
);
const APPLE = { agent: { userAgent: 'Mozilla/5.0' } };
const GMAIL = { agent: { userAgent: 'Mozilla/5.0 (Windows NT 5.1) GoogleImageProxy' } };
const events = eventsOf(
  aMessage({ person: '1' }).sent('2024-03-01 09:00').delivered('2024-03-01 09:01').opened('2024-03-01 10:00', APPLE),
  aMessage({ person: '2' }).sent('2024-03-01 09:00').softBounced('2024-03-01 09:01'),
  aMessage({ person: '3', email: '1671: Reminder' }).sent('2024-03-05 09:00').opened('2024-03-05 10:00', GMAIL),
);

describe('Verifying what is stored', () => {
  eachStore((store) => {
    const app = useApp(store);
    const query = (text: string) => app().database.store.transaction((transaction) => transaction.query(text));
    const verify = async () => {
      const differences: Difference[] = [];
      let messages = 0;
      for await (const step of app().get(VerifyService).run(LOCAL_CTX)) {
        messages += step.messages;
        differences.push(...step.differences);
      }
      return { messages, differences };
    };

    it('finds nothing wrong, whatever came in and in which order', async () => {
      await fc.assert(
        fc.asyncProperty(histories(MOMENTS), async (batches) => {
          await app().empty();
          for (const batch of batches) await app().take(batch);
          expect((await verify()).differences).toEqual([]);
        }),
        { numRuns: store.name === 'SQLite' ? 15 : 5 },
      );
    }, 60_000);

    it('counts the messages that it has looked at', async () => {
      await app().take(events);
      expect(await verify()).toEqual({ messages: 3, differences: [] });
    });

    it.each([
      ['a message that says something else', 'UPDATE message SET total_opens = 7 WHERE total_opens = 1', 2, 'message'],
      ['a message that is missing', 'DELETE FROM message WHERE state = 2', 1, 'message'],
      [
        'a counter that is too high',
        'UPDATE tally SET delivered = delivered + 1 WHERE basis = 0 AND grain = 4',
        2,
        'tally',
      ],
      ['an instant that is wrong', 'UPDATE tally SET last_sent_at = 1 WHERE basis = 1 AND grain = 2', 2, 'tally'],
      ['tallies of nothing', 'UPDATE tally SET slot = slot + 1 WHERE basis = 0 AND grain = 0', 0, 'tally'],
    ])('names %s, and a rebuild repairs it', async (_, damage, count, table) => {
      await app().take(events);
      const told = comparable(await app().sheet());
      await query(damage);
      const { differences } = await verify();
      expect(differences.length).toBeGreaterThanOrEqual(Math.max(1, count));
      expect(new Set(differences.map((difference) => difference.table))).toEqual(new Set([table]));
      await app().get(RecountService).recount(LOCAL_CTX);
      expect((await verify()).differences).toEqual([]);
      expect(comparable(await app().sheet())).toEqual(told);
    });

    it('says which number of which row is wrong, and what it should be', async () => {
      await app().take(events.slice(0, 3));
      await query('UPDATE tally SET delivered = 5 WHERE basis = 0 AND grain = 4');
      expect((await verify()).differences).toMatchObject([
        { table: 'tally', row: 'live sent all 0', column: 'delivered', expected: 1, stored: 5 },
      ]);
    });

    it('finds rows of a campaign and email that no event is of', async () => {
      await app().take(events);
      await query('UPDATE message SET campaign_key = 999 WHERE state = 2');
      const { differences } = await verify();
      expect(
        differences.map(({ campaignKey, column, expected }) => [campaignKey === 999, column, expected]),
      ).toContainEqual([true, 'person_id', null]);
    });

    it('judges history by the rules of today', async () => {
      await app().take(events);
      const human = () => app().sheet({ humanOnly: true });
      const told = comparable(await human());
      expect((await human()).total.values).toMatchObject({ opened: 1, totalOpens: 1 });
      // As an older version, which knew neither of them, would have stored them.
      await query(
        `UPDATE event SET verdict = ${VERDICTS.indexOf('bot')}, verdict_rule = 'bot-agent', verdict_version = 0 WHERE verdict IS NOT NULL`,
      );
      await app().get(RecountService).recount(LOCAL_CTX);
      expect((await human()).total.values).toMatchObject({ opened: 0, totalOpens: 0 });
      let changed = 0;
      for await (const step of app().get(ReclassifyService).run(LOCAL_CTX)) changed += step.changed;
      expect(changed).toBe(2);
      expect(comparable(await human())).toEqual(told);
      expect((await verify()).differences).toEqual([]);
      for await (const step of app().get(ReclassifyService).run(LOCAL_CTX)) expect(step.changed).toBe(0);
    });

    it('leaves the verdicts that a source has given', async () => {
      await app().take(eventsOf(aMessage({ person: '1' }).opened('2024-03-01 10:00', { ...GMAIL, bot: true })));
      for await (const step of app().get(ReclassifyService).run(LOCAL_CTX)) expect(step.changed).toBe(0);
      expect((await app().sheet({ humanOnly: true })).total.values).toMatchObject({ opened: 0 });
    });
  });
});
