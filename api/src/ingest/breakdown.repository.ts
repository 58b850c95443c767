import { COUNTERS, DEVICE_COUNTERS, GRAINS, LINK_COUNTERS, type Counter } from '@tallysheet/contract';
import { BREAKDOWNS, type Breakdown } from '@tallysheet/counting';
import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { type FactTable } from '../database/facts/fact-table';
import { TALLY, TALLY_DEVICE, TALLY_DOMAIN, TALLY_LINK } from '../database/facts/fact-tables';
import type { SqlValue, Transaction } from '../database/store';
import type { BreakdownChanges, BreakdownRow } from './breakdown-changes';
import { MeasureColumns } from './measure-columns';

/** How a breakdown is stored: what its key ends with, and what it counts. */
export interface BreakdownTable {
  table: FactTable;
  counters: readonly Counter[];
  ownKey: (row: BreakdownRow) => SqlValue[];
}

export const BREAKDOWN_TABLES: Readonly<Record<Breakdown, BreakdownTable>> = {
  link: { table: TALLY_LINK, counters: LINK_COUNTERS, ownKey: ({ name }) => [Buffer.from(name, 'hex')] },
  domain: { table: TALLY_DOMAIN, counters: COUNTERS, ownKey: ({ name, reason }) => [name, reason] },
  device: { table: TALLY_DEVICE, counters: DEVICE_COUNTERS, ownKey: ({ name }) => [name] },
};

const MEASURES = new Map(BREAKDOWNS.map((each) => [each, new MeasureColumns(BREAKDOWN_TABLES[each].counters, [])]));

/** The grains that breakdowns have. */
export const BREAKDOWN_GRAINS = ['day', 'all'] as const;

/** Adds to the tallies by link, domain and device. */
export class BreakdownRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  /** In one order: transactions that meet must not wait for each other in a circle. */
  *apply(changes: BreakdownChanges): Generator<Promise<void>> {
    for (const breakdown of BREAKDOWNS) {
      yield* this.write(breakdown, changes.rowsOf(breakdown));
    }
  }

  private *write(
    breakdown: Breakdown,
    changes: Readonly<Record<(typeof BREAKDOWN_GRAINS)[number], readonly BreakdownRow[]>>,
  ): Generator<Promise<void>> {
    const { table, ownKey } = BREAKDOWN_TABLES[breakdown];
    const measures = MEASURES.get(breakdown)!;
    const groups = new Map<number, SqlValue[][]>();
    for (const name of BREAKDOWN_GRAINS) {
      const grain = GRAINS.indexOf(name);
      for (const row of changes[name]) {
        const families = measures.familiesOf(row);
        const { audience, basis, slot, campaignKey, assetKey } = row;
        const key = [this.workspaceId, audience, basis, grain, slot, campaignKey, assetKey, ...ownKey(row)];
        const group = groups.get(families) ?? [];
        group.push([...key, ...measures.written(families).values(row)]);
        groups.set(families, group);
      }
    }
    for (const [families, rows] of [...groups].sort(([a], [b]) => a - b)) {
      const { names, rules } = measures.written(families);
      yield insertRows(
        this.transaction,
        table.name,
        [...table.key, ...names],
        rows,
        this.dialect.merge(table.key, rules),
      );
    }
  }
}

/** Every table that holds tallies. */
export const TALLY_TABLES: readonly string[] = [TALLY, TALLY_LINK, TALLY_DOMAIN, TALLY_DEVICE].map(({ name }) => name);
