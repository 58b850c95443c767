import type { ReportQuery, RowLevel, Sheet, SheetRow, TimeFrame } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

describe('Of two periods side by side', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('both have the same domains, however many there are', async () => {
      const to = (domain: string, address = 'a') => ({ person: { address: `${address}@${domain}` } });
      const at = (day: string, domain: string, address?: string) => aMessage().sent(day, to(domain, address));
      const domains = Array.from({ length: 101 }, (_, n) => `d${String(n).padStart(3, '0')}.example`);
      // In March the last of 101 is the smallest, in February the largest.
      await app().take(
        eventsOf(
          ...domains.map((domain) => at('2024-03-05', domain)),
          ...['b', 'c'].map((address) => at('2024-02-05', 'd100.example', address)),
          at('2024-02-05', 'd000.example', 'b'),
        ),
      );
      const sheet = await app().sheet({
        ...{ timeFrame: { from: '2024-03-01', to: '2024-03-31' }, compare: { to: 'previous-period' } },
        ...{ groupBy: ['domain'], columns: ['sent'] },
      });
      const shown = Object.fromEntries(sheet.rows.map((row) => [row.name, row.values]));
      expect(shown['d000.example']).toMatchObject({ sent: 1, 'sent:other': 1 });
      expect(shown['Others']).toMatchObject({ sent: 1, 'sent:other': 2 });
      expect(shown['d100.example']).toBeUndefined();
      expect(sheet.total.values).toMatchObject({ sent: 101, 'sent:other': 3 });
    });

    it('each is what a sheet of that period alone shows', async () => {
      const frames = FRAME_CASES.filter(({ timeFrame }) => 'from' in timeFrame);
      const rows: RowLevel[][] = [['campaign', 'asset'], ['asset', 'domain'], ['domain']];
      const asked = fc.record({
        own: fc.constantFrom(...frames),
        other: fc.constantFrom(...frames),
        groupBy: fc.constantFrom(...rows),
        timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
        humanOnly: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.array(asked, { minLength: 3, maxLength: 3 }),
          async (batches, cases) => {
            await app().empty();
            for (const batch of batches) await app().take(batch);
            for (const { own, other, ...same } of cases) {
              const columns = ['sent', 'delivered', 'aborted', 'opened', 'totalClicks', 'openRate', 'deliveredRate'];
              const sheet = (frame: TimeFrame, more: Partial<ReportQuery> = {}) =>
                app().sheet({ ...same, timeZone: own.timeZone, timeFrame: frame, columns, ...more });
              const alone = [await sheet(own.timeFrame), await sheet(other.timeFrame)];
              const both = await sheet(own.timeFrame, { compare: { to: other.timeFrame } as ReportQuery['compare'] });
              const [ownRows, otherRows] = alone.map(valuesById);
              expect(both.rows.map(({ id }) => id).sort()).toEqual(
                [...new Set(alone.flatMap(({ rows }) => rows.map(({ id }) => id)))].sort(),
              );
              for (const [id, row] of valuesById(both)) {
                for (const column of columns) {
                  const none = column.endsWith('Rate') ? null : 0;
                  const [mine, theirs] = [ownRows, otherRows].map((found) =>
                    found!.has(id) ? found!.get(id)![column] : none,
                  );
                  expect([id, column, row[column], row[`${column}:other`]]).toEqual([id, column, mine, theirs]);
                }
              }
            }
          },
        ),
        { numRuns: store.name === 'SQLite' ? 20 : 8 },
      );
    }, 120_000);
  });
});

/** Each row's values and the total's. */
function valuesById({ rows, total }: Sheet): Map<string, SheetRow['values']> {
  return new Map([...rows, total].map(({ id, values }) => [id, values]));
}
