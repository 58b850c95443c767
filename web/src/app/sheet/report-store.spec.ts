import { TestBed } from '@angular/core/testing';
import type { QueryLevel, Report, ReportQuery, Sheet, SmartList } from '@tallysheet/contract';
import { Api } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { encodeDefinition } from './model/definition-address';
import { withSort } from './model/layout-changes';
import { newDefinition } from './model/report-definition';
import { ReportStore } from './report-store';
import { ROWS, sheetOf, TYPE } from './testing/sheet-story';

const REPORT: Report = {
  id: 'r1',
  ...newDefinition(TYPE.id, 'Spring', { programId: 'p1', campaignId: null }),
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
};

describe('A report on screen', () => {
  let store: ReportStore;
  const api = {
    reportTypes: jest.fn(() => Promise.resolve([TYPE])),
    report: jest.fn((id: string) => Promise.resolve({ ...REPORT, id })),
    sheet: jest.fn((_: ReportQuery): Promise<Sheet> => Promise.resolve(sheetOf())),
  };

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({ providers: [ReportStore, { provide: Api, useValue: api }] });
    store = TestBed.inject(ReportStore);
  });

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      TestBed.tick();
      await Promise.resolve();
    }
  }

  async function opened(): Promise<void> {
    await store.open('r1');
    await settle();
  }

  const fold = () => store.change((definition) => ({ ...definition, layout: { columns: [], collapsed: ['c1'] } }));

  it('is not edited when it has just been opened, and its sheet is counted', async () => {
    await opened();
    expect([store.edited(), store.rows().length]).toEqual([false, 6]);
  });

  it('is edited by a change, and not any more when that is taken back by hand or discarded', async () => {
    await opened();
    fold();
    expect(store.edited()).toBe(true);
    store.change((definition) => ({ ...definition, layout: { columns: [], collapsed: [] } }));
    expect(store.edited()).toBe(false);
    fold();
    store.discard();
    expect([store.edited(), store.definition()?.layout.collapsed]).toEqual([false, []]);
  });

  it('is saved once the server’s answer is taken over', async () => {
    await opened();
    fold();
    store.adopt({ ...REPORT, ...store.definition()! });
    expect(store.edited()).toBe(false);
  });

  it('asks the server for another period, but neither for a sort, a fold nor a hidden column', async () => {
    await opened();
    fold();
    store.change((definition) => ({
      ...definition,
      query: { ...definition.query, columns: ['opened'], sort: [{ columnId: 'opened', direction: 'asc' }] },
    }));
    await settle();
    expect(api.sheet).toHaveBeenCalledTimes(1);
    store.change((definition) => ({ ...definition, query: { ...definition.query, timeFrame: { preset: 'today' } } }));
    await settle();
    expect(api.sheet).toHaveBeenCalledTimes(2);
  });

  it('asks again for a column that the sheet at hand does not have', async () => {
    await opened();
    store.change((definition) => ({ ...definition, query: { ...definition.query, columns: ['opened', 'subject'] } }));
    await settle();
    expect(api.sheet).toHaveBeenCalledTimes(2);
  });

  it('asks the server for the people of a smart list, and is edited by it until it is taken away', async () => {
    await opened();
    const limit = (smartList?: SmartList) =>
      store.change((definition) => ({ ...definition, query: { ...definition.query, smartList } }));
    const list: SmartList = { match: 'all', rules: [{ did: 'opened' }] };
    limit(list);
    await settle();
    expect(api.sheet).toHaveBeenLastCalledWith(expect.objectContaining({ smartList: list }), expect.anything());
    expect(store.edited()).toBe(true);
    limit(undefined);
    expect(store.edited()).toBe(false);
  });

  it('asks the server for other rows, and for the usual ones as if nothing was chosen', async () => {
    await opened();
    const by = (groupBy: QueryLevel[]) =>
      store.change((definition) => ({ ...definition, query: { ...definition.query, groupBy } }));
    by(['domain']);
    await settle();
    expect(api.sheet).toHaveBeenLastCalledWith(expect.objectContaining({ groupBy: ['domain'] }), expect.anything());
    by([...TYPE.rowLevels]);
    await settle();
    expect(api.sheet).toHaveBeenLastCalledWith(
      expect.not.objectContaining({ groupBy: expect.anything() }),
      expect.anything(),
    );
    expect(store.edited()).toBe(false);
  });

  it('folds all campaigns and opens them again', async () => {
    await opened();
    store.foldAll();
    expect([store.folded(), store.rows().map((row) => row.name)]).toEqual([true, ['Teaser', 'Launch']]);
    store.foldAll();
    expect(store.rows()).toHaveLength(6);
  });

  it('starts a new report of a program, named after its type', async () => {
    store.openNew({ type: TYPE.id, program: 'p1', campaign: undefined, changes: undefined });
    await settle();
    expect(store.definition()).toEqual(newDefinition(TYPE.id, TYPE.label, { programId: 'p1', campaignId: null }));
    expect([store.id(), store.edited()]).toEqual([null, false]);
  });

  it('takes a new report up where the address left it', async () => {
    const changed = newDefinition(TYPE.id, 'My own', { programId: 'p1', campaignId: null });
    store.openNew({ type: TYPE.id, program: 'p1', campaign: undefined, changes: encodeDefinition(changed) });
    await settle();
    expect([store.definition(), store.edited()]).toEqual([changed, true]);
  });

  it('says so when the type is not known', async () => {
    store.openNew({ type: 'weather', program: undefined, campaign: undefined, changes: undefined });
    await settle();
    expect(store.openProblem()).toMatchObject({ code: 'unknown-report-type' });
  });

  it('says so when the report is gone', async () => {
    api.report.mockRejectedValueOnce(new Error('gone'));
    await opened();
    expect(store.openProblem()).toEqual(new Error('gone'));
  });

  it('that is too long to come whole is sorted by the server, and goes on as one comes to its end', async () => {
    const pageOf = (first: number, next?: string) =>
      Promise.resolve({ ...sheetOf(ROWS.slice(first, first + 2)), ...(next === undefined ? {} : { next }) });
    api.sheet.mockImplementationOnce(() => pageOf(0, 'a'));
    await opened();
    api.sheet.mockImplementationOnce(() => pageOf(0, 'b'));
    store.change((definition) => withSort(definition, { columnId: 'delivered', direction: 'asc' }));
    await settle();
    const sort = [{ columnId: 'delivered', direction: 'asc' }];
    expect(api.sheet).toHaveBeenLastCalledWith(expect.objectContaining({ sort, cursor: 'a' }), expect.anything());
    api.sheet.mockImplementationOnce(() => pageOf(2));
    await store.more();
    await settle();
    expect(api.sheet).toHaveBeenLastCalledWith(expect.objectContaining({ sort, cursor: 'b' }), expect.anything());
    // As they came, not as they would sort here.
    expect(store.sortedRows()).toEqual(ROWS.slice(0, 4));
    expect(api.sheet).toHaveBeenCalledTimes(3);
    await store.more();
    expect(api.sheet).toHaveBeenCalledTimes(3);
  });

  it('that is no longer kept is counted anew', async () => {
    api.sheet.mockImplementationOnce(() => Promise.resolve({ ...sheetOf(), next: 'a' }));
    await opened();
    api.sheet.mockImplementationOnce(() => Promise.reject(new ApiProblem({ code: 'cursor-expired' })));
    await store.more();
    await settle();
    expect(api.sheet.mock.calls.map(([query]) => query.cursor)).toEqual([undefined, 'a', undefined]);
  });
});
