import type { ReconcileRule, SheetRow, TableCell } from '@tallysheet/contract';
import type { OtherCount } from './other-counts';
import { reconcile } from './reconcile';
import { countReconciled, isUnexplained, limitReconciled } from './summary';
import { aTable, ourRows, theirsOf } from './testing/tables';

type Told = Record<string, SheetRow['values']>;

/** Ours counted by another rule. */
function by(code: ReconcileRule, told: Told, rest: Partial<OtherCount> = {}): OtherCount {
  return { rule: { code, params: {} }, rows: ourRows(told), total: {}, wholeRows: false, isPart: false, ...rest };
}

/** An export of campaigns beside ours. */
function beside(headers: string[], rows: TableCell[][], ours: Told, ...others: OtherCount[]) {
  const report = theirsOf(aTable(['Campaign Name', ...headers], ...rows), ['campaign']);
  return reconcile(report, { rows: ourRows(ours), total: ours['Total'] ?? {} }, ['campaign'], others);
}

/** `column: difference rule` of each cell. */
function said({ rows }: ReturnType<typeof reconcile>): Record<string, string[]> {
  const words = rows.map(({ name, cells, rule }): [string, string[]] => [
    name,
    [
      ...(rule ? [rule.code] : []),
      ...cells.map((cell) =>
        [cell.columnId, cell.difference, cell.rule?.code]
          .filter((word) => word !== null && word !== undefined)
          .join(' '),
      ),
    ],
  ]);
  return Object.fromEntries(words);
}

describe('An export beside a sheet', () => {
  it('agrees where the numbers are the same, as far as they are written out', () => {
    const found = beside(
      ['Sent', '% Opened'],
      [
        ['Spring', '1,200', '40.7%'],
        ['Autumn', '3', '0.0%'],
      ],
      { Spring: { sent: 1200, openRate: 0.40659 }, Autumn: { sent: 3, openRate: null } },
    );
    expect(said(found)).toEqual({ Spring: ['sent 0', 'openRate 0 rounded'], Autumn: ['sent 0', 'openRate 0'] });
    expect(countReconciled(found.rows)).toEqual({ agree: 2, differ: 0, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0 });
  });

  it('says how much theirs is more or less, and that nothing explains it', () => {
    const found = beside(['Sent', 'Delivered'], [['Spring', 12, 9]], { Spring: { sent: 10, delivered: 10 } });
    expect(said(found)).toEqual({ Spring: ['sent 2 unexplained', 'delivered -1 unexplained'] });
    expect(found.rows.map(isUnexplained)).toEqual([true]);
  });

  it('leaves alone what the file leaves empty', () => {
    expect(said(beside(['Sent', 'Delivered'], [['Spring', 12, null]], { Spring: { sent: 12, delivered: 3 } }))).toEqual(
      {
        Spring: ['sent 0'],
      },
    );
  });

  it('names the rule by which our own count is theirs exactly, cell by cell', () => {
    const found = beside(
      ['Opened', 'Clicked', 'Delivered'],
      [['Spring', 8, 5, 20]],
      { Spring: { opened: 10, clicked: 6, delivered: 19 } },
      by('people-only', { Spring: { opened: 8, clicked: 4, delivered: 19 } }),
      by('test-sends-counted', { Spring: { opened: 11, clicked: 7, delivered: 20 } }),
    );
    expect(said(found)).toEqual({
      Spring: ['opened -2 people-only', 'clicked -1 unexplained', 'delivered 1 test-sends-counted'],
    });
  });

  it('of two rules that fit names the one that fits most of the file', () => {
    const ours = { Spring: { sent: 10 }, Autumn: { sent: 10 } };
    const found = beside(
      ['Sent'],
      [
        ['Spring', 12],
        ['Autumn', 13],
      ],
      ours,
      by('archived-counted', { Spring: { sent: 12 }, Autumn: { sent: 10 } }),
      by('test-sends-counted', { Spring: { sent: 12 }, Autumn: { sent: 13 } }),
    );
    expect(said(found)).toEqual({ Spring: ['sent 2 test-sends-counted'], Autumn: ['sent 3 test-sends-counted'] });
  });

  it('names a zone or a basis only where the whole row is so', () => {
    const zone = (sent: number) => by('time-zone', { Spring: { sent, opened: 3 } }, { wholeRows: true });
    const told = [['Spring', 12, 3]];
    const ours = { Spring: { sent: 10, opened: 4 } };
    expect(said(beside(['Sent', 'Opened'], told, ours, zone(12)))).toEqual({
      Spring: ['sent 2 time-zone', 'opened -1 time-zone'],
    });
    expect(said(beside(['Sent', 'Opened'], told, ours, zone(11)))).toEqual({
      Spring: ['sent 2 unexplained', 'opened -1 unexplained'],
    });
  });

  it('sees that a rate follows from counts that differ', () => {
    const ours = { Spring: { delivered: 10, opened: 5, openRate: 0.5 } };
    expect(said(beside(['Delivered', 'Opened', '% Opened'], [['Spring', 10, 4, '40%']], ours))).toEqual({
      Spring: ['delivered 0', 'opened -1 unexplained', 'openRate -0.1 follows-counts'].map((words) =>
        words.replace('-0.1', String(0.4 - 0.5)),
      ),
    });
    // The counts are ours, and yet the rate is another: that follows from nothing.
    expect(said(beside(['Delivered', 'Opened', '% Opened'], [['Spring', 10, 5, '40%']], ours))['Spring']).toContain(
      `openRate ${0.4 - 0.5} unexplained`,
    );
  });

  it('sees that a copy is from before messages were given up', () => {
    const ours = { Spring: { pending: 1, aborted: 4 } };
    expect(said(beside(['Pending', 'Aborted'], [['Spring', 5, 0]], ours))).toEqual({
      Spring: ['pending 4 counted-earlier', 'aborted -4 counted-earlier'],
    });
    expect(said(beside(['Pending', 'Aborted'], [['Spring', 5, 1]], ours))).toEqual({
      Spring: ['pending 4 unexplained', 'aborted -3 unexplained'],
    });
  });

  it('says of a row that only one has by which rule that is so', () => {
    const ours = { Spring: { sent: 10 }, Autumn: { sent: 3 } };
    const found = beside(
      ['Sent'],
      [
        ['Spring', 10],
        ['Winter', 7],
        ['Summer', 7],
      ],
      ours,
      by('archived-counted', { ...ours, Winter: { sent: 7 }, Summer: { sent: 8 } }),
      by('deleted-left-out', { Spring: { sent: 10 } }),
    );
    expect(said(found)).toEqual({
      Spring: ['sent 0'],
      Winter: ['archived-counted', 'sent'],
      Summer: ['unexplained', 'sent'],
      Autumn: ['deleted-left-out', 'sent'],
    });
    expect(countReconciled(found.rows)).toEqual({ agree: 1, differ: 0, onlyTheirs: 2, onlyOurs: 1, ambiguous: 0 });
  });

  it('compares the totals', () => {
    const rows = [
      ['Spring', 10],
      ['Grand Total', 12],
    ];
    const ours = { Spring: { sent: 10 } };
    const report = theirsOf(aTable(['Campaign Name', 'Sent'], ...rows), ['campaign']);
    const total = by('test-sends-counted', ours, { total: { sent: 12 } });
    expect(reconcile(report, { rows: ourRows(ours), total: { sent: 10 } }, ['campaign'], [total]).total).toMatchObject({
      rowId: 'total',
      line: 3,
      cells: [{ ours: 10, theirs: 12, difference: 2, rule: { code: 'test-sends-counted' } }],
    });
  });

  it('keeps the rows that differ when there are more than an answer holds', () => {
    const rows = Array.from({ length: 6 }, (_, at): TableCell[] => [`C${at}`, at < 4 ? 1 : 2]);
    const ours = Object.fromEntries(rows.map(([name]) => [String(name), { sent: 1 }]));
    const kept = limitReconciled(beside(['Sent'], rows, ours).rows, 3);
    expect(kept.map(({ name }) => name)).toEqual(['C0', 'C4', 'C5']);
  });
});
