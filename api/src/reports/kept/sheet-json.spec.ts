import type { Sheet, SheetRow } from '@tallysheet/contract';
import { sheetJson } from './sheet-json';

const row = (n: number): SheetRow => ({
  ...{ id: `campaign:${n}`, parentId: null, level: 0, kind: 'campaign', nodeId: `${n}`, name: `“${n}”\n` },
  values: { sent: n, openRate: n / 3, subject: null },
});

function sheetOf(rows: SheetRow[]): Sheet {
  return {
    ...{ reportType: 'x', timeFrame: { from: null, to: null, timeZone: 'UTC', basis: 'sent' } },
    ...{
      columns: [],
      rows,
      rowCounts: [],
      total: { id: 'total', values: { sent: 1 } },
      notes: [],
      computedAt: '',
      revision: 1,
    },
  };
}

describe('A sheet as JSON', () => {
  it.each([0, 1, 20_000])('of %d rows is the same read back', (count) => {
    const sheet = sheetOf(Array.from({ length: count }, (_, n) => row(n)));
    expect(JSON.parse([...sheetJson(sheet)].join(''))).toEqual(sheet);
  });

  it('comes in parts that do not grow with it', () => {
    const parts = [...sheetJson(sheetOf(Array.from({ length: 20_000 }, (_, n) => row(n))))];
    expect(parts.length).toBeGreaterThan(20);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(66_000);
  });
});
