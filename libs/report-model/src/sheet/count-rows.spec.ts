import type { SheetRow } from '@tallysheet/contract';
import { countRows } from './count-rows';

function row(kind: SheetRow['kind'], id: string, parentId: string | null = null): SheetRow {
  const nodeId = id.split('/').at(-1)!;
  return { id, parentId, level: parentId === null ? 0 : 1, kind, nodeId, name: nodeId || 'None', values: {} };
}

describe('How many of what a sheet lists', () => {
  it('counts an email once that stands under two campaigns', () => {
    const rows = [
      row('campaign', 'c1'),
      row('email', 'c1/e1', 'c1'),
      row('campaign', 'c2'),
      row('email', 'c2/e1', 'c2'),
    ];
    expect(countRows([...rows, row('email', 'c2/e2', 'c2')])).toEqual([
      { kind: 'campaign', count: 2 },
      { kind: 'email', count: 2 },
    ]);
  });

  it('counts domains that have a name, but neither the rest of them nor people without an address', () => {
    const domains = ['a.example', 'b.example', '*', ''].map((domain) => row('domain', domain));
    expect(countRows(domains)).toEqual([{ kind: 'domain', count: 2 }]);
  });

  it('does not count the row of people of whom no value is known', () => {
    const values = [row('month', '2026-03'), row('attribute', '')];
    expect(countRows(values)).toEqual([{ kind: 'month', count: 1 }]);
  });
});
