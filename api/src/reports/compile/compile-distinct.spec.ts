import { REPORT_TYPES, inputsOf } from '@tallysheet/report-model';
import { sqlite } from '../../database/dialect';
import { expectGolden } from '../../testing/golden';
import { compileDistinct, isDistinctLevel } from './compile-distinct';
import type { SheetQuery } from './sheet-query';

const query: SheetQuery = {
  ...{ workspaceId: 1, basis: 'sent', audiences: ['live', 'deleted'], humanOnly: false, channel: null },
  ...{ frame: [], young: [], timeParts: [], messageLevels: [], counters: [], extremes: [], filter: {} },
};
const march = { from: Date.UTC(2024, 2, 1), to: Date.UTC(2024, 3, 1) };

describe('The SQL of what cannot be added up', () => {
  it('counts the people of a month for the total', () =>
    expectGolden('different people of a month for the total', [compileDistinct(query, 'people', [], march, sqlite)]));

  it('counts the runs of all time for campaigns within programs, of one program', async () => {
    const ofOne = { ...query, audiences: ['live' as const], filter: { programs: ['1'] } };
    const compiled = compileDistinct(ofOne, 'runs', ['program', 'campaign'], { from: null, to: null }, sqlite);
    await expectGolden('different runs of all time of one program by campaign', [compiled]);
    expect(compiled.text.split('?').length - 1).toBe(compiled.parameters.length);
  });

  it('can be asked for at every level of every report type that has such a column', () => {
    for (const { id, columns, groupings } of REPORT_TYPES) {
      if (inputsOf(columns, false).distinct.length === 0) continue;
      expect({ id, missing: groupings.filter((level) => !isDistinctLevel(level)) }).toEqual({ id, missing: [] });
    }
  });
});
