import { TestBed } from '@angular/core/testing';
import type { ReconciledCell, ReconciledRow, Reconciliation, ReportQuery } from '@tallysheet/contract';
import { ReconcileApi } from './reconcile-api';
import { ApiProblem } from '../../core/api-problem';
import { ReconcilePanel } from './reconcile-panel';

const QUERY: ReportQuery = { reportType: 'email-performance', timeFrame: { preset: 'last-30-days' } };
const FILE = new File(['x'], 'report.xlsx');

function aRow(name: string, ...cells: Partial<ReconciledCell>[]): ReconciledRow {
  return {
    ...{ rowId: name, line: 2, name, parentName: null, state: 'matched' },
    cells: cells.map((cell) => ({ columnId: 'opened', ours: 10, theirs: 10, difference: 0, ...cell })),
  };
}

function aComparison(rows: ReconciledRow[], rest: Partial<Reconciliation> = {}): Reconciliation {
  return {
    sheetName: null,
    timeFrame: { from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z', timeZone: 'UTC', basis: 'sent' },
    columns: [
      { header: 'Email Name', holds: 'names', id: null, label: 'Email Name', unit: 'text' },
      { header: 'Opened', holds: 'numbers', id: 'opened', label: 'Opened', unit: 'count' },
      { header: 'Owner', holds: 'other', id: null, label: 'Owner', unit: 'text' },
    ],
    rows,
    total: null,
    counts: { agree: 1, differ: 1, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0, unreadable: 0 },
    computedAt: '2024-05-01T00:00:00Z',
    ...rest,
  };
}

const BOTS = { theirs: 8, difference: -2, rule: { code: 'people-only' as const, params: {} } };

describe('A Marketo report beside the sheet', () => {
  const reconcile = jest.fn<Promise<Reconciliation>, [ReportQuery, File, AbortSignal]>();

  function open() {
    TestBed.configureTestingModule({ providers: [{ provide: ReconcileApi, useValue: { compare: reconcile } }] });
    const fixture = TestBed.createComponent(ReconcilePanel);
    fixture.componentRef.setInput('query', QUERY);
    fixture.componentRef.setInput('file', FILE);
    const element: HTMLElement = fixture.nativeElement;
    return { fixture, element, bodies: () => [...element.querySelectorAll('tbody')].map((body) => body.textContent) };
  }

  it('says how much agrees, and lists what differs with the rule', async () => {
    reconcile.mockResolvedValue(aComparison([aRow('Invite', {}), aRow('Reminder', BOTS)]));
    const { fixture, element, bodies } = open();
    await fixture.whenStable();
    expect(element.querySelector('[role=status]')?.textContent).toBe('1 of 2 rows agree; 1 differs.');
    expect(element.textContent).toContain('Columns that are not compared: Owner');
    expect(element.textContent).toContain('This sheet: 1 – 31 Mar 2024, by date of sending, days of UTC');
    expect(bodies()).toEqual([
      expect.stringMatching(/^Reminder.*108−2.*Marketo leaves out opens and clicks of machines/),
    ]);
    element.querySelector<HTMLInputElement>('[role=switch]')!.click();
    await fixture.whenStable();
    expect(bodies()).toEqual([expect.stringMatching(/^Invite.*Agrees/), expect.stringMatching(/^Reminder/)]);
  });

  it('says of a row that only one of them has which that is, and why only where it is known', async () => {
    const rule = { code: 'archived-counted' as const, params: {} };
    const lost: ReconciledRow[] = [
      { ...aRow('Gone'), rowId: null, state: 'only-theirs', rule: { code: 'unexplained', params: {} } },
      { ...aRow('Old'), rowId: null, state: 'only-theirs', rule },
    ];
    reconcile.mockResolvedValue(aComparison(lost));
    const { fixture, bodies } = open();
    await fixture.whenStable();
    expect(bodies()).toEqual([
      expect.stringMatching(/^\s*Gone\s*Only in the file\s*$/),
      expect.stringMatching(/^\s*Old\s*Only in the file\s*\S.*archived/i),
    ]);
  });

  it('lists everything where nothing differs', async () => {
    const counts = { agree: 1, differ: 0, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0, unreadable: 0 };
    reconcile.mockResolvedValue(aComparison([aRow('Invite', {})], { counts }));
    const { fixture, element, bodies } = open();
    await fixture.whenStable();
    expect(element.querySelector('[role=status]')?.textContent).toBe('1 of 1 row agrees.');
    expect(bodies()).toHaveLength(1);
  });

  it('shows the answer to the newest question only', async () => {
    let late: (answer: Reconciliation) => void = () => undefined;
    reconcile.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const { fixture, bodies } = open();
    await fixture.whenStable();
    reconcile.mockResolvedValueOnce(aComparison([aRow('New', BOTS)]));
    fixture.componentRef.setInput('query', { ...QUERY, humanOnly: true });
    await fixture.whenStable();
    expect(reconcile.mock.lastCall![0]).toEqual({ ...QUERY, humanOnly: true });
    late(aComparison([aRow('Old', BOTS)]));
    await fixture.whenStable();
    expect(bodies()).toEqual([expect.stringMatching(/^New/)]);
  });

  it('says what is wrong with a file, and offers to try again', async () => {
    reconcile.mockRejectedValueOnce(new ApiProblem({ code: 'no-report' }));
    const { fixture, element } = open();
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('No table of this report was found');
    reconcile.mockResolvedValueOnce(aComparison([aRow('Invite', BOTS)]));
    element.querySelector<HTMLButtonElement>('[role=alert] button')!.click();
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')).toBeNull();
  });
});
