import type { ReportQuery, RowLevel, Sheet, SheetRow } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { expectedSheet } from '../testing/expected-sheet';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { addDays, startOfDay } from '../testing/local-days';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const COLUMNS = [
  ...['sent', 'delivered', 'pending', 'aborted', 'opened', 'clicked', 'totalClicks', 'openRate', 'deliveredRate'],
  ...['firstSentAt', 'lastActivityAt'],
];
const UNBOUNDED = { title: 'all time', timeZone: 'America/New_York', timeFrame: { preset: 'all-time' } } as const;
const FRAMES = [...FRAME_CASES.filter(({ timeFrame }) => 'from' in timeFrame), UNBOUNDED];
const ROWS: RowLevel[][] = [['campaign', 'asset'], ['program'], ['weekday', 'campaign'], ['month', 'day']];

describe('Each number of a trend', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('is that of a sheet of its period alone, and the total’s the brute-force count of it', async () => {
      const asked = fc.record({
        frame: fc.constantFrom(...FRAMES),
        trend: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        groupBy: fc.constantFrom(...ROWS),
        timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
        humanOnly: fc.boolean(),
        column: fc.constantFrom(...COLUMNS),
      });
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.array(asked, { minLength: 3, maxLength: 3 }),
          async (batches, cases) => {
            await app().empty();
            for (const batch of batches) await app().take(batch);
            for (const { frame, column, trend: wanted, ...same } of cases) {
              const trend = frame === UNBOUNDED ? 'month' : wanted;
              // A year has many days, and all time of these worlds 15 years of months.
              const columns = trend === 'day' || frame === UNBOUNDED ? [column] : COLUMNS.slice(0, 5).concat(column);
              const ask = (more: Partial<ReportQuery>) =>
                app().sheet({ ...same, timeZone: frame.timeZone, timeFrame: frame.timeFrame, columns, ...more });
              const plain = await ask({});
              const sheet = await ask({ trend });
              expect(wholeOf(sheet, plain)).toEqual(valuesById(plain));
              const now = Date.parse(sheet.computedAt);
              const periods = new Set(sheet.columns.flatMap(({ period }) => period ?? []));
              // A few of them: the first, the last, and those in which something counts.
              for (const period of told([...periods], sheet, columns[0]!)) {
                const days = within(frame.timeFrame, daysOf(trend, period));
                const alone = valuesById(await ask({ timeFrame: days }));
                for (const [id, values] of valuesById(sheet)) {
                  for (const columnId of columns) {
                    const none = /Rate$|At$/.test(columnId) ? null : 0;
                    const expected = alone.has(id) ? alone.get(id)![columnId] : none;
                    const place = [id, columnId, period];
                    expect([...place, values[`${columnId}@${period}`]]).toEqual([...place, expected]);
                  }
                }
                const { total } = expectedSheet(batches.flat(), {
                  ...{ softBounce: 'last-word', repeatSends: 'collapse', repeatKey: 'run', proximitySeconds: 0 },
                  ...{
                    from: startOfDay(days.from, frame.timeZone),
                    to: startOfDay(addDays(days.to, 1), frame.timeZone),
                  },
                  ...{ basis: same.timeBasis, humanOnly: same.humanOnly, hideDeleted: false, now },
                });
                for (const columnId of columns) {
                  const shown = sheet.total.values[`${columnId}@${period}`];
                  expect([columnId, period, shown]).toEqual([columnId, period, total[columnId]]);
                }
              }
            }
          },
        ),
        { numRuns: store.name === 'SQLite' ? 40 : 12 },
      );
    }, 120_000);
  });
});

function daysOf(trend: 'day' | 'week' | 'month', period: string): { from: string; to: string } {
  if (trend === 'day') return { from: period, to: period };
  if (trend === 'week') return { from: period, to: addDays(period, 6) };
  const first = `${period}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { from: first, to: addDays(next, -1) };
}

function within(frame: ReportQuery['timeFrame'], days: { from: string; to: string }): { from: string; to: string } {
  if ('preset' in frame) return days;
  return { from: days.from < frame.from ? frame.from : days.from, to: days.to > frame.to ? frame.to : days.to };
}

function told(periods: readonly string[], sheet: Sheet, columnId: string): string[] {
  const counted = periods.filter((period) => Number(sheet.total.values[`${columnId}@${period}`]) > 0);
  return [...new Set([...periods.slice(0, 1), ...counted.slice(0, 6), ...periods.slice(-1)])];
}

/** A trend's rows with what a sheet without it has as well. */
function wholeOf(sheet: Sheet, plain: Sheet): Map<string, SheetRow['values']> {
  const known = Object.keys(plain.total.values);
  const whole = [...valuesById(sheet)].map(([id, values]) => {
    const own = Object.entries(values).filter(([columnId]) => known.includes(columnId));
    return [id, Object.fromEntries(own)] as const;
  });
  return new Map(whole);
}

/** Each row's values and the total's. */
function valuesById({ rows, total }: Sheet): Map<string, SheetRow['values']> {
  return new Map([...rows, total].map(({ id, values }) => [id, values]));
}
