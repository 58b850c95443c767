import { filterChips, type Home, isAtHome, withHome, withoutFilter } from './filter-chips';

const home: Home = { kind: 'program', id: 'p1' };
const nameOf = (_: string, id: string) => `Name of ${id}`;

describe('The filters of a report', () => {
  it('narrow to its own program and widen to the workspace', () => {
    expect(withHome(undefined, home, true)).toEqual({ programs: ['p1'] });
    expect(withHome({ programs: ['p1'] }, home, false)).toBeUndefined();
    expect(withHome({ programs: ['p1'], campaigns: ['c1'] }, home, false)).toEqual({ campaigns: ['c1'] });
  });

  it('are at home only in the one program', () => {
    expect([
      isAtHome({ programs: ['p1'] }, home),
      isAtHome({ programs: ['p1', 'p2'] }, home),
      isAtHome(undefined, home),
    ]).toEqual([true, false, false]);
  });

  it('are shown as chips, but for the program that has a switch', () => {
    expect(filterChips({ programs: ['p1'], campaigns: ['c1', 'c2'] }, home, nameOf)).toEqual([
      { field: 'campaigns', names: ['Name of c1', 'Name of c2'] },
    ]);
    expect(filterChips({ programs: ['p2'] }, home, nameOf)).toEqual([{ field: 'programs', names: ['Name of p2'] }]);
  });

  it('are gone when removed', () => {
    expect(withoutFilter({ campaigns: ['c1'] }, 'campaigns')).toBeUndefined();
  });
});
