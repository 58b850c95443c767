import { TYPE } from '../testing/sheet-story';
import { columnIds, type Definition, levelsOf, newDefinition, sameDefinition } from './report-definition';
import { columnsLostAt, withRows } from './row-levels';

const report = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
const with_ = (query: Partial<Definition['query']>): Definition => ({
  ...report,
  query: { ...report.query, ...query },
});

describe('The rows of a report', () => {
  it('are a part of what it asks for, and changed rows make another report', () => {
    const byDomain = withRows(report, ['domain', 'asset'], TYPE);
    expect(byDomain.query.groupBy).toEqual(['domain', 'asset']);
    expect(sameDefinition(report, byDomain, TYPE)).toBe(false);
  });

  it('are left out when they are the usual ones', () => {
    const back = withRows(withRows(report, ['domain'], TYPE), TYPE.rowLevels, TYPE);
    expect(back.query).toEqual(report.query);
    expect(sameDefinition(report, with_({ groupBy: [...TYPE.rowLevels] }), TYPE)).toBe(true);
  });

  it('are the usual ones where the address names some that the type does not have', () => {
    expect(levelsOf(with_({ groupBy: ['link'] }).query, TYPE)).toEqual(TYPE.rowLevels);
    expect(levelsOf(with_({ groupBy: ['link', 'domain'] }).query, TYPE)).toEqual(['domain']);
  });

  it('take away the columns that they cannot show, and the sort by one of them', () => {
    const active = with_({
      columns: ['opened', 'lastActivityAt'],
      sort: [{ columnId: 'lastActivityAt', direction: 'desc' }],
    });
    expect(columnsLostAt(['domain'], active, TYPE).map(({ label }) => label)).toEqual(['Last activity']);
    expect(columnsLostAt(['program', 'asset'], active, TYPE)).toEqual([]);
    const { columns, sort } = withRows(active, ['program', 'domain'], TYPE).query;
    expect([columns, sort]).toEqual([['opened'], undefined]);
  });

  it('bring the type’s own columns when none is left', () => {
    const grouped = withRows(with_({ columns: ['lastActivityAt'] }), ['domain'], TYPE);
    expect(columnIds(grouped, TYPE)).toEqual(['delivered', 'opened', 'openRate']);
  });

  it('never ask for a column that they cannot show, whatever the address says', () => {
    expect(columnIds(with_({ groupBy: ['domain'], columns: ['opened', 'lastActivityAt'] }), TYPE)).toEqual(['opened']);
  });
});
