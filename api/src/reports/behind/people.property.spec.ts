import type { PeopleQuery, PersonBehind, ReportQuery } from '@tallysheet/contract';
import { metric, ownColumn } from '@tallysheet/report-model';
import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { DEFAULT_COUNTING } from '../../testing/check-against-oracle';
import { FRAME_CASES, telling } from '../../testing/frame-cases';
import { histories } from '../../testing/random-history';
import { all } from '../../testing/listed';
import type { TestApp } from '../../testing/test-app';
import { useApp } from '../../testing/use-app';
import { SheetService } from '../sheet.service';
import { PeopleService } from './people.service';

const KINDS: readonly Pick<ReportQuery, 'reportType' | 'groupBy' | 'trend' | 'columns'>[] = [
  { reportType: 'campaign-email-performance' },
  { reportType: 'campaign-email-performance', groupBy: ['program', 'domain'] },
  { reportType: 'email-performance', groupBy: ['asset', 'domain'] },
  { reportType: 'email-performance', groupBy: ['week', 'day'] },
  { reportType: 'email-performance', groupBy: ['weekday', 'day'] },
  { reportType: 'campaign-email-performance', groupBy: ['campaign', 'hour'] },
  { reportType: 'campaign-email-performance', groupBy: ['run', 'asset'] },
  { reportType: 'email-performance', groupBy: ['campaign', 'variant'] },
  { reportType: 'email-performance', groupBy: ['asset'], trend: 'month', columns: ['opened', 'totalClicks'] },
  { reportType: 'email-link-performance' },
  { reportType: 'email-link-performance', groupBy: ['link'] },
];

const COLUMNS: Record<string, readonly string[]> = {
  'email-link-performance': ['clicks', 'people'],
};
const MESSAGE_COLUMNS =
  'sent delivered hardBounced softBounced pending aborted opened openRate clicked unsubscribed complained forwarded totalOpens totalClicks'.split(
    ' ',
  );

const queries = fc.record({
  kind: fc.constantFrom(...KINDS),
  frame: fc.constantFrom(...FRAME_CASES),
  timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
  humanOnly: fc.boolean(),
  hideDeletedPeople: fc.boolean(),
  smartList: fc.constantFrom<ReportQuery['smartList']>(
    undefined,
    all({ did: 'opened' }),
    all({ did: 'sent', atLeast: 2, not: true }),
  ),
});

/** The whole list behind a cell, read in pages of this many. */
async function listed(app: TestApp, cell: Omit<PeopleQuery, 'limit'>, limit: number) {
  const rows: PersonBehind[] = [];
  let cursor: string | undefined;
  let total: number;
  do {
    const page = await app.get(PeopleService).page(LOCAL_CTX, { ...cell, cursor, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    total = page.total;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { rows, total };
}

async function checkCells(app: TestApp, query: ReportQuery): Promise<void> {
  const sheet = await app.get(SheetService).run(LOCAL_CTX, query);
  const lines = [...sheet.rows, sheet.total].flatMap(({ id, values }) =>
    Object.entries(values).map(([columnId, value]) => ({ rowId: id, columnId, value })),
  );
  const counts = lines.filter(({ columnId }) => metric(ownColumn(columnId)).unit === 'count');
  // Of all time there are many months in which nothing counts.
  for (const { rowId, columnId, value } of counts.filter((cell) => !query.trend || cell.value !== 0)) {
    const { rows, total } = await listed(app, { ...query, rowId, columnId }, Number(value) % 3 === 0 ? 2 : 50);
    const shown = { rowId, columnId, total, length: rows.length, distinct: new Set(rows.map(({ id }) => id)).size };
    expect(shown).toEqual({ rowId, columnId, total: value, length: value, distinct: value });
    const isOfEvents = metric(ownColumn(columnId)).rule.kind === 'sum' && /^total|^clicks$/.test(columnId);
    expect(rows.every(({ at }) => (at !== null) === isOfEvents)).toBe(true);
  }
}

describe('The list behind a number is as long as the number says', () => {
  eachStore((store) => {
    const app = useApp(store);

    it.each(['collapse', 'separate'] as const)(
      'in every cell of every row, however messages are told apart: %s',
      async (repeatSends) => {
        const now = Date.now();
        const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
        await app().change({ ...DEFAULT_COUNTING, repeatSends });
        await fc.assert(
          fc.asyncProperty(
            histories(telling(now)),
            fc.array(queries, { minLength: 2, maxLength: 2 }),
            async (batches, all) => {
              await app().empty();
              for (const batch of batches) await app().take(batch);
              for (const { kind, frame, ...asked } of all) {
                const { timeFrame, timeZone } = frame;
                const columns = [...(kind.columns ?? COLUMNS[kind.reportType] ?? MESSAGE_COLUMNS)];
                await checkCells(app(), { ...kind, ...asked, timeFrame, timeZone, columns });
              }
            },
          ),
          { numRuns: store.name === 'SQLite' ? 15 : 6 },
        );
        clock.mockRestore();
        await app().change(DEFAULT_COUNTING);
      },
      120_000,
    );
  });
});
