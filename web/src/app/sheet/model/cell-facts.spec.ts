import { ROWS, TYPE } from '../testing/sheet-story';
import { cellFacts } from './cell-facts';
import { flattenRows, totalRow } from './sheet-rows';

const rows = flattenRows(ROWS, new Set(), () => 'mail');
const rate = TYPE.columns.find((column) => column.id === 'openRate')!;

describe('What a cell says of itself', () => {
  it('is its place, its rule’s two whole numbers and its exact value', () => {
    expect(cellFacts(rows[2]!, rate, 'D')).toMatchObject({
      name: 'D3',
      rowName: 'Email 10',
      value: 0.5,
      parts: { of: 10, over: 20 },
    });
  });

  it('has both numbers where there is no rate, so that the reason shows', () => {
    expect(cellFacts(rows[4]!, rate, 'D')).toMatchObject({ value: null, parts: { of: 0, over: 0 } });
  });

  it('of the other period is of the day that stands beside its row’s', () => {
    const day = { ...rows[2]!, name: 'Fri, 1 Mar 2024', beside: 'Thu, 1 Feb 2024' };
    const other = { ...rate, id: 'openRate:other', of: 'openRate', compared: 'other' as const };
    expect(cellFacts(day, other, 'E').rowName).toBe('Thu, 1 Feb 2024');
    expect(cellFacts(day, rate, 'D').rowName).toBe('Fri, 1 Mar 2024');
    expect(cellFacts({ ...day, beside: undefined }, other, 'E').rowName).toBe('Fri, 1 Mar 2024');
  });

  it('has no numbers before they are counted', () => {
    expect(cellFacts(totalRow('Total', {}), rate, 'D')).toMatchObject({ name: 'DΣ', value: undefined, parts: null });
  });
});
