import { gridColumns } from '../grid/grid-column';
import { TYPE } from '../testing/sheet-story';
import { obey } from './column-command';
import { comparedColumns, withCompare, withTimeFrame } from './compared-columns';
import { type Definition, newDefinition, sameDefinition } from './report-definition';

const report = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
const compared = withCompare(report, { to: 'previous-period' });
const sortedBy = (columnId: string): Definition => obey({ kind: 'next-sort', columnId }, compared, TYPE);

describe('A compared report', () => {
  it('is another report, until it is compared no more', () => {
    expect(sameDefinition(report, compared, TYPE)).toBe(false);
    expect(sameDefinition(compared, withCompare(report, { to: { from: '2024-01-01', to: '2024-01-31' } }), TYPE)).toBe(
      false,
    );
    expect(withCompare(compared, undefined).query).toEqual(report.query);
  });

  it('sorts what it adds as numbers, and by it no longer than it is there', () => {
    const byChange = sortedBy('delivered:change');
    expect(byChange.query.sort).toEqual([{ columnId: 'delivered:change', direction: 'desc' }]);
    expect(withCompare(byChange, undefined).query.sort).toBeUndefined();
    expect(withCompare(sortedBy('delivered'), undefined).query.sort).toHaveLength(1);
    expect(obey({ kind: 'hide', columnId: 'delivered' }, byChange, TYPE).query.sort).toBeUndefined();
  });

  it('is compared no more once it is of all time, unless with days of its own', () => {
    expect(withTimeFrame(compared, { preset: 'all-time' }).query.compare).toBeUndefined();
    expect(withTimeFrame(compared, { preset: 'this-week' }).query.compare).toEqual({ to: 'previous-period' });
    const own = withCompare(report, { to: { from: '2024-01-01', to: '2024-01-31' } });
    expect(withTimeFrame(own, { preset: 'all-time' }).query.compare).toEqual(own.query.compare);
  });

  it('has beside each number its others, with their rules, under letters of their own', () => {
    const beside = (column: (typeof TYPE.columns)[number]) => comparedColumns(column, 'en', (said) => `Help: ${said}`);
    const pinned = obey({ kind: 'pin', columnId: 'openRate', pinned: true }, compared, TYPE);
    const shown = gridColumns(pinned, TYPE, beside);
    expect(shown.slice(0, 5).map(({ letter, id, unit, rule, pinned }) => [letter, id, unit, rule, pinned])).toEqual([
      ['B', 'openRate', 'rate', 'Opened ÷ Delivered', true],
      ['C', 'openRate:other', 'rate', 'Opened ÷ Delivered', true],
      ['D', 'openRate:change', 'points', '% Opened − % Opened (compared)', true],
      ['E', 'delivered', 'count', 'Number of messages', false],
      ['F', 'delivered:other', 'count', 'Number of messages', false],
    ]);
    expect(shown[1]!.parts).toEqual({ of: 'opened:other', over: 'delivered:other' });
    expect(shown[6]).toMatchObject({
      ...{ id: 'delivered:changeRate', unit: 'rate', help: 'Help: changeRate' },
      rule: 'Delivered (change) ÷ Delivered (compared)',
    });
  });
});
