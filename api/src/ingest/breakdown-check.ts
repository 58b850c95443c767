import { AUDIENCES, GRAINS, TALLY_BASES } from '@tallysheet/contract';
import { BREAKDOWNS, type Breakdown } from '@tallysheet/counting';
import { columnOf } from '../database/facts/fact-table';
import { hex } from '../database/hash';
import type { SqlRow, Transaction } from '../database/store';
import type { BreakdownChanges, BreakdownRow } from './breakdown-changes';
import { BREAKDOWN_GRAINS, BREAKDOWN_TABLES } from './breakdown.repository';
import { differencesOf, type Difference } from './difference';
import { PAIR_WHERE, type Pair } from './stored-messages';

/** Compares the stored tallies by link, domain and device of one campaign × asset with what its events give. */
export async function checkBreakdowns(
  snapshot: Transaction,
  workspaceId: number,
  pair: Pair,
  expected: BreakdownChanges,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const breakdown of BREAKDOWNS) {
    const { table, counters } = BREAKDOWN_TABLES[breakdown];
    const key = table.key.filter((column) => !['workspace_id', 'campaign_key', 'asset_key'].includes(column));
    const text = `SELECT ${[...key, ...counters.map(columnOf)].join(', ')} FROM ${table.name} WHERE ${PAIR_WHERE}`;
    const rows = await snapshot.query(text, [workspaceId, pair.campaignKey, pair.assetKey]);
    const stored = new Map(rows.map((row) => [storedText(breakdown, row), row]));
    const changes = expected.rowsOf(breakdown);
    const place = { ...pair, table: table.name };
    for (const grain of BREAKDOWN_GRAINS) {
      for (const change of changes[grain]) {
        const row = expectedText(grain, change);
        differences.push(...differencesOf({ ...place, row }, counters, change, stored.get(row)));
        stored.delete(row);
      }
    }
    for (const [row, found] of stored) differences.push(...differencesOf({ ...place, row }, counters, null, found));
  }
  return differences;
}

function expectedText(grain: string, { audience, basis, slot, name, reason }: BreakdownRow): string {
  return `${AUDIENCES[audience]} ${TALLY_BASES[basis]} ${grain} ${slot} ${name} ${reason}`;
}

function storedText(breakdown: Breakdown, row: SqlRow): string {
  const names = {
    link: () => hex(row['link_id'] as Uint8Array),
    domain: () => row['domain'] as string,
    device: () => row['device'] as string,
  };
  const numbers = ['audience', 'basis', 'grain', 'slot', 'reason'].map((id) => Number(row[id] ?? 0));
  const [audience, basis, grain, slot, reason] = numbers;
  return `${AUDIENCES[audience!]} ${TALLY_BASES[basis!]} ${GRAINS[grain!]} ${slot} ${names[breakdown]()} ${reason}`;
}
