import type { CanonicalEvent, Settings, Sheet } from '@tallysheet/contract';
import { reportTypeById } from '@tallysheet/report-model';
import { SheetRepository } from '../reports/sheet.repository';
import { expectedSheet, type ExpectedSheet } from './expected-sheet';
import { boundsOf, FRAME_CASES, type FrameCase } from './frame-cases';
import type { TestApp } from './test-app';

export type CountingSettings = Pick<Settings, 'softBounce' | 'repeatSends' | 'repeatKey' | 'bots'>;

export const DEFAULT_COUNTING: CountingSettings = {
  softBounce: 'last-word',
  repeatSends: 'collapse',
  repeatKey: 'run',
  bots: { proximitySeconds: 0 },
};

/** Columns of figures; the others are texts. */
const FIGURES = reportTypeById('campaign-email-performance').columns.filter(
  (id) => !['subject', 'fromName', 'programName', 'channel', 'tags'].includes(id),
);

/**
 * Compares every figure and note of the sheets of all cases, both bases, with and without machines, with the count of
 * the brute-force counter. Fails with the case, both sheets and the SQL behind the wrong one.
 */
export async function checkAgainstOracle(
  app: TestApp,
  events: readonly CanonicalEvent[],
  counting: CountingSettings,
  cases: readonly FrameCase[] = FRAME_CASES,
): Promise<void> {
  for (const each of cases) {
    for (const basis of ['sent', 'activity'] as const) {
      for (const [humanOnly, hideDeleted] of [
        [false, false],
        [true, false],
        [false, true],
      ] as const) {
        const { timeFrame, timeZone } = each;
        const asked = {
          ...{ timeFrame, timeZone, timeBasis: basis, humanOnly },
          ...{ hideDeletedPeople: hideDeleted, columns: [...FIGURES] },
        };
        const { sheet, sql } = await withSql(app, () => app.sheet(asked));
        const now = Date.parse(sheet.computedAt);
        const expected = expectedSheet(events, {
          ...{ ...counting, proximitySeconds: counting.bots.proximitySeconds },
          ...{ ...boundsOf(each, now), basis, humanOnly, hideDeleted, now },
        });
        const title = `${each.title}, ${basis}${humanOnly ? ', people only' : ''}${hideDeleted ? ', nobody deleted' : ''}`;
        compare(title, figuresOf(sheet), expected, sql);
      }
    }
  }
}

function compare(title: string, shown: ExpectedSheet, expected: ExpectedSheet, sql: string): void {
  try {
    expect(shown).toEqual(expected);
  } catch (error) {
    throw new Error(`${title}\n${(error as Error).message}\n\n${sql}`, { cause: error });
  }
}

function figuresOf(sheet: Sheet): ExpectedSheet {
  return {
    rows: Object.fromEntries(sheet.rows.map(({ id, values }) => [id, values])),
    total: sheet.total.values,
    notes: sheet.notes,
  };
}

/** Listens to the SQL on its way to the store, without changing it. */
async function withSql(app: TestApp, work: () => Promise<Sheet>): Promise<{ sheet: Sheet; sql: string }> {
  const listener = jest.spyOn(app.get(SheetRepository), 'run');
  try {
    const sheet = await work();
    return {
      sheet,
      sql: listener.mock.calls.map(([query]) => `${query.text}\n${query.parameters.join(', ')}`).join('\n\n'),
    };
  } finally {
    listener.mockRestore();
  }
}
