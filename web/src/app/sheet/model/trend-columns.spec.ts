import { gridColumns } from '../grid/grid-column';
import { sheetOf, TYPE } from '../testing/sheet-story';
import { obey } from './column-command';
import { newDefinition, sameDefinition, type Definition } from './report-definition';
import { withRows } from './row-levels';
import { canTrend, trendColumnsOf, withTrend } from './trend-columns';

const report = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
const byMonth = withTrend(report, 'month');
const sortedBy = (columnId: string): Definition => obey({ kind: 'next-sort', columnId }, byMonth, TYPE);

describe('A report with a trend', () => {
  it('is another report, until it has none', () => {
    expect(sameDefinition(report, byMonth, TYPE)).toBe(false);
    expect(sameDefinition(byMonth, withTrend(report, 'week'), TYPE)).toBe(false);
    expect(withTrend(byMonth, undefined).query).toEqual(report.query);
  });

  it('sorts what it adds as numbers, and by it no longer than it is there', () => {
    const byMarch = sortedBy('delivered@2024-03');
    expect(byMarch.query.sort).toEqual([{ columnId: 'delivered@2024-03', direction: 'desc' }]);
    expect(withTrend(byMarch, 'week').query.sort).toBeUndefined();
    expect(withTrend(sortedBy('delivered'), undefined).query.sort).toHaveLength(1);
    expect(obey({ kind: 'hide', columnId: 'delivered' }, byMarch, TYPE).query.sort).toBeUndefined();
  });

  it('has none with rows that are not kept by the time of day', () => {
    expect([canTrend(['campaign', 'asset']), canTrend(['asset', 'domain'])]).toEqual([true, false]);
    expect(withRows(byMonth, ['program'], TYPE).query.trend).toBe('month');
    expect(withRows(byMonth, ['asset', 'domain'], TYPE).query.trend).toBeUndefined();
  });

  it('shows what its sheet has beside each column, with the numbers behind a rate of that time', () => {
    const march = { label: '% Opened (Mar 2024)', unit: 'rate', of: 'openRate', period: '2024-03' } as const;
    const sheet = sheetOf();
    sheet.columns.push({ id: 'openRate@2024-03', ...march });
    const shown = gridColumns(byMonth, TYPE, (column) => trendColumnsOf(column, sheet, (help) => `Part. ${help}`));
    expect(shown.map(({ letter, id }) => `${letter} ${id}`)).toEqual([
      ...['B delivered', 'C opened', 'D openRate', 'E openRate@2024-03'],
    ]);
    expect(shown[3]).toMatchObject({
      ...{ rule: 'Opened ÷ Delivered', help: 'Part. About % Opened.' },
      parts: { of: 'opened@2024-03', over: 'delivered@2024-03' },
    });
    expect(trendColumnsOf(TYPE.columns[2]!, null, String)).toEqual([]);
  });
});
