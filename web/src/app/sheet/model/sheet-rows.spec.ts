import { ROWS } from '../testing/sheet-story';
import { flattenRows, groupIds, sortRows } from './sheet-rows';

const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name);
const mail = () => 'mail' as const;

describe('The rows of a sheet', () => {
  it('stay in the order of the sheet without a sort', () => {
    expect(sortRows(ROWS, null, 'en')).toEqual(ROWS);
  });

  it('sort campaigns among themselves and emails within their campaign', () => {
    const sorted = sortRows(ROWS, { columnId: 'delivered', direction: 'desc' }, 'en');
    expect(names(sorted)).toEqual(['Launch', 'Landed', 'Bounced', 'Teaser', 'Email 10', 'Email 2']);
  });

  it.each(['asc', 'desc'] as const)('put a missing rate last when sorted %s', (direction) => {
    const sorted = sortRows(ROWS, { columnId: 'openRate', direction }, 'en');
    const launch = sorted.findIndex((row) => row.name === 'Launch');
    expect(names(sorted.slice(launch, launch + 3))).toEqual(['Launch', 'Landed', 'Bounced']);
  });

  it('sort names as people read them, 2 before 10', () => {
    const sorted = sortRows(ROWS, { columnId: 'name', direction: 'asc' }, 'en');
    expect(names(sorted)).toEqual(['Launch', 'Bounced', 'Landed', 'Teaser', 'Email 2', 'Email 10']);
  });

  it('leave the sheet itself as it is when sorted', () => {
    const before = [...ROWS];
    sortRows(ROWS, { columnId: 'opened', direction: 'asc' }, 'en');
    expect(ROWS).toEqual(before);
  });

  it('hide what is folded away and keep the numbers of the others', () => {
    const shown = flattenRows(ROWS, new Set(['c1']), mail);
    expect(shown.map(({ name, number, expanded }) => [name, number, expanded])).toEqual([
      ['Teaser', 1, false],
      ['Launch', 4, true],
      ['Bounced', 5, true],
      ['Landed', 6, true],
    ]);
  });

  it('say how many emails a campaign has', () => {
    expect(flattenRows(ROWS, new Set(), mail).map((row) => row.childCount)).toEqual([2, 0, 0, 2, 0, 0]);
  });

  it('fold all that have others below them', () => {
    expect(groupIds(ROWS)).toEqual(['c1', 'c2']);
  });
});
