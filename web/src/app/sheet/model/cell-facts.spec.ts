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

  it('has no numbers before they are counted', () => {
    expect(cellFacts(totalRow('Total', {}), rate, 'D')).toMatchObject({ name: 'DΣ', value: undefined, parts: null });
  });
});
