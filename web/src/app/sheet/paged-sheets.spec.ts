import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { ApiProblem } from '../core/api-problem';
import { PagedSheets } from './paged-sheets';
import { ROWS, sheetOf } from './testing/sheet-story';

const query: ReportQuery = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };
const byName = [{ columnId: 'name', direction: 'asc' as const }];
const { signal } = new AbortController();

describe('Sheets that come in pages', () => {
  let asked: ReportQuery[];
  let answers: (Sheet | Error)[];
  let sheets: PagedSheets;
  const page = (next?: string): Sheet => ({ ...sheetOf(ROWS.slice(0, 2)), ...(next === undefined ? {} : { next }) });

  beforeEach(() => {
    asked = [];
    answers = [];
    sheets = new PagedSheets((each) => {
      asked.push(each);
      const answer = answers.shift()!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
  });

  it('go on where they ended, until nothing follows', async () => {
    answers = [page('a'), page('b'), page()];
    await sheets.ask({ ...query, limit: 5000 }, signal);
    await sheets.more(signal);
    await sheets.more(signal);
    expect(await sheets.more(signal)).toBeNull();
    expect(asked).toEqual([
      { ...query, limit: 5000 },
      { ...query, cursor: 'a' },
      { ...query, cursor: 'b' },
    ]);
  });

  it('are of the same count in another order, and counted anew when asked for again', async () => {
    answers = [page('a'), page('b'), page('c'), page('d')];
    await sheets.ask(query, signal);
    await sheets.ask({ ...query, sort: byName }, signal);
    await sheets.ask({ ...query, sort: byName }, signal);
    await sheets.ask({ ...query, sort: byName, humanOnly: true }, signal);
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'a', undefined, undefined]);
  });

  it('are counted anew in another order that the server can no longer bring them into', async () => {
    answers = [page('a'), new ApiProblem({ code: 'cursor-expired' }), page('b'), new ApiProblem({ code: 'offline' })];
    await sheets.ask(query, signal);
    await expect(sheets.ask({ ...query, search: 'x' }, signal)).resolves.toMatchObject({ next: 'b' });
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'a', undefined]);
    await expect(sheets.ask({ ...query, search: 'y' }, signal)).rejects.toMatchObject({ code: 'offline' });
  });
});
