import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { expectedSheet } from '../testing/expected-sheet';
import { telling } from '../testing/frame-cases';
import { addDays, startOfDay } from '../testing/local-days';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const COLUMNS = [
  'sent',
  'delivered',
  'deliveredRate',
  'hardBounced',
  'softBounced',
  'pending',
  'aborted',
  'opened',
  'openRate',
  'clicked',
  'clickToOpenRate',
  'unsubscribed',
  'complained',
  'forwarded',
  'totalOpens',
  'totalClicks',
  'firstActivityAt',
  'lastActivityAt',
  'firstSentAt',
];
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('Random worlds by day', () => {
  eachStore((store) => {
    const app = useApp(store);
    it('each day row is the brute-force count of that day; totals are those without days', async () => {
      await fc.assert(
        fc.asyncProperty(histories(telling(Date.now())), async (batches) => {
          await app().empty();
          for (const batch of batches) await app().take(batch);
          for (const timeZone of ZONES)
            for (const timeBasis of ['sent', 'activity'] as const)
              for (const humanOnly of [false, true]) {
                const asked = { timeZone, timeBasis, humanOnly, columns: COLUMNS };
                const byDay = await app().sheet({ ...asked, groupBy: ['day', 'campaign'] });
                const under = await app().sheet({ ...asked, groupBy: ['campaign', 'day'] });
                const plain = await app().sheet({ ...asked, groupBy: ['campaign'] });
                expect(byDay.total.values).toEqual(plain.total.values);
                expect(under.total.values).toEqual(plain.total.values);
                expect(under.rows.filter((r) => r.level === 0)).toEqual(plain.rows);
                for (const row of byDay.rows.filter((r) => r.level === 0)) {
                  const now = Date.parse(byDay.computedAt);
                  const from = startOfDay(row.nodeId, timeZone);
                  const to = startOfDay(addDays(row.nodeId, 1), timeZone);
                  const expected = expectedSheet(batches.flat(), {
                    ...{ softBounce: 'last-word', repeatSends: 'collapse', repeatKey: 'run', proximitySeconds: 0 },
                    ...{ from, to, basis: timeBasis, humanOnly, hideDeleted: false, now },
                  });
                  expect({ day: row.id, timeZone, ...row.values }).toEqual({
                    day: row.id,
                    timeZone,
                    ...pick(expected.total),
                  });
                  const beneath = byDay.rows.filter((r) => r.parentId === row.id);
                  expect(Object.fromEntries(beneath.map((r) => [`campaign:${r.nodeId}`, r.values]))).toEqual(
                    Object.fromEntries(
                      Object.entries(expected.rows)
                        .filter(([id]) => !id.includes('/'))
                        .map(([id, v]) => [id, pick(v)]),
                    ),
                  );
                }
              }
        }),
        { numRuns: store.name === 'SQLite' ? 6 : 2 },
      );
    }, 100_000);
  });
});
const EXTRA = ['openedTracked', 'deliveredTracked'];
function pick(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([id]) => COLUMNS.includes(id) || EXTRA.includes(id)));
}
