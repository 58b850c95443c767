import type { Ctx, ReportQuery } from '@tallysheet/contract';
import type { Leaf } from '@tallysheet/report-model';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { KeptSheets } from './kept-sheets';
import { SheetResult } from './sheet-result';

const MINUTE = 60_000;
const QUERY: ReportQuery = { reportType: 'x', timeFrame: { preset: 'all-time' }, columns: ['sent'] };

/** Campaigns 1, 2, 3 … of which each sent as many messages. */
function resultOf(rows: number): SheetResult {
  const whole = Array.from({ length: rows }, (_, at): Leaf => {
    const id = `${at + 1}`;
    const subjects = { campaign: { kind: 'campaign' as const, id, name: id, order: at, texts: {} } };
    return { subjects, counters: { sent: at + 1 }, extremes: {}, texts: {} };
  });
  return new SheetResult(
    {
      ...{ reportType: 'x', timeFrame: { from: null, to: null, timeZone: 'UTC', basis: 'sent' } },
      ...{ columns: [{ id: 'sent', label: 'Sent', unit: 'count' }], notes: [], computedAt: '', revision: 1 },
    },
    { whole, parts: [] },
    {
      ...{ levels: ['campaign'], basis: 'sent', columns: ['sent'], calculated: [], humanOnly: false },
      ...{ language: 'en', compared: false, periods: [] },
    },
    ['sent'],
  );
}

describe('A sheet too long to be told at once', () => {
  let kept: KeptSheets;
  beforeEach(() => {
    jest.useFakeTimers();
    kept = new KeptSheets();
  });
  afterEach(() => {
    kept.onModuleDestroy();
    jest.useRealTimers();
  });
  const first = (rows: number, query: Partial<ReportQuery> = {}) =>
    kept.firstPage(LOCAL_CTX, { ...QUERY, ...query }, resultOf(rows));
  const next = (cursor: string | undefined, query: Partial<ReportQuery> = {}, ctx: Ctx = LOCAL_CTX) =>
    kept.nextPage(ctx, { ...QUERY, cursor, ...query });
  const expired = expect.objectContaining({ code: 'cursor-expired', path: 'cursor' });

  it('is whole with 100,000 rows, and begins with a thousand from there on', () => {
    const whole = first(100_000);
    expect([whole.notes, whole.next, whole.rows.length]).toEqual([[], undefined, 100_000]);
    const page = first(100_001);
    expect(page.notes).toEqual([{ code: 'row-limit', params: { shown: 1000, all: 100_001 } }]);
    expect(page.rows).toHaveLength(1000);
    expect(page.total.values['sent']).toBe((100_001 * 100_002) / 2);
    expect(next(page.next).rows[0]!.name).toBe('1001');
  });

  it('goes on until nothing is left, and says how far it is', () => {
    const one = first(5, { limit: 2 });
    const two = next(one.next, { limit: 2 });
    const three = next(two.next, { limit: 2 });
    expect([one, two, three].map(({ rows }) => rows.map(({ name }) => name))).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect(two.notes).toEqual([{ code: 'row-limit', params: { shown: 4, all: 5 } }]);
    expect([three.notes, three.next]).toEqual([[], undefined]);
    // A page can be asked for again.
    expect(next(one.next, { limit: 2 })).toEqual(two);
  });

  it('is put in another order, and looked through, from its first row on', () => {
    const { next: cursor } = first(30, { limit: 2 });
    const sort = [{ columnId: 'sent', direction: 'desc' as const }];
    const sorted = next(cursor, { limit: 2, sort });
    expect(sorted.rows.map(({ name }) => name)).toEqual(['30', '29']);
    expect(next(sorted.next, { limit: 2, sort }).rows.map(({ name }) => name)).toEqual(['28', '27']);
    const found = next(cursor, { limit: 2, search: '7' });
    expect(found.rows.map(({ name }) => name)).toEqual(['7', '17']);
    expect(found.notes).toEqual([{ code: 'row-limit', params: { shown: 2, all: 3 } }]);
    expect(found.total.values).toEqual({ sent: 465 });
    expect(() => next(cursor, { sort: [{ columnId: 'delivered', direction: 'asc' }] })).toThrow(expired);
  });

  it('is kept for ten minutes after its last use', () => {
    const { next: cursor } = first(5, { limit: 2 });
    jest.advanceTimersByTime(9 * MINUTE);
    expect(next(cursor).rows).toHaveLength(3);
    jest.advanceTimersByTime(9 * MINUTE);
    expect(next(cursor).rows).toHaveLength(3);
    jest.advanceTimersByTime(10 * MINUTE);
    expect(() => next(cursor)).toThrow(expired);
  });

  it('gives way to those used later, of which there are 20, and of half a million rows together', () => {
    const cursors = Array.from({ length: 20 }, () => first(3, { limit: 1 }).next);
    next(cursors[0]);
    first(3, { limit: 1 });
    expect(() => next(cursors[1])).toThrow(expired);
    expect(next(cursors[0]).rows).toHaveLength(2);
    const large = first(250_000, { limit: 1 }).next;
    const larger = first(250_001, { limit: 1 }).next;
    for (const gone of [...cursors, large]) expect(() => next(gone)).toThrow(expired);
    expect(next(larger, { limit: 5 }).rows).toHaveLength(5);
  });

  it('answers only what it is the answer to', () => {
    const { next: cursor } = first(5, { limit: 2 });
    expect(() => next(cursor, { humanOnly: true })).toThrow(expired);
    expect(() => next(cursor, {}, { ...LOCAL_CTX, workspaceId: 2 })).toThrow(expired);
    for (const none of [undefined, '', 'x', 'bnVsbA', Buffer.from('["a",-1,""]').toString('base64url')]) {
      expect(() => next(none)).toThrow(expired);
    }
  });
});
