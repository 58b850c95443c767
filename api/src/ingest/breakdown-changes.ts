import { AUDIENCES, TALLY_BASES, type Counter } from '@tallysheet/contract';
import { addCounters, BREAKDOWNS, slotOf, type Breakdown } from '@tallysheet/counting';
import type { CountedMessage } from './counted-message';
import type { Pair } from './stored-messages';

/** One row of a breakdown's tally, without its grain: the day, or all time in slot 0. */
export interface BreakdownRow extends Pair {
  audience: number;
  basis: number;
  slot: number;
  name: string;
  reason: number;
  counters: Partial<Record<Counter, number>>;
}

/** Collects how the tallies by link, domain and device change, so that each row is written once. */
export class BreakdownChanges {
  private readonly days = new Map<Breakdown, Map<string, BreakdownRow>>(BREAKDOWNS.map((each) => [each, new Map()]));

  /** Adds what a message adds, or with `sign` -1 takes it away. */
  add({ campaignKey, assetKey }: Pair, { audience, breakdowns }: CountedMessage, sign: 1 | -1): void {
    for (const { breakdown, name, reason, basis, slot, counters } of breakdowns) {
      mergeRow(
        this.days.get(breakdown)!,
        {
          ...{ campaignKey, assetKey, name, reason, counters, slot: slotOf(slot, 'day') },
          ...{ audience: AUDIENCES.indexOf(audience), basis: TALLY_BASES.indexOf(basis) },
        },
        sign,
      );
    }
  }

  /** The rows that change by the day and of all time, each in the order of its table's key. */
  rowsOf(breakdown: Breakdown): { day: BreakdownRow[]; all: BreakdownRow[] } {
    const days = this.days.get(breakdown)!;
    const all = new Map<string, BreakdownRow>();
    for (const row of days.values()) mergeRow(all, { ...row, slot: 0 }, 1);
    return { day: sorted(days), all: sorted(all) };
  }
}

function mergeRow(rows: Map<string, BreakdownRow>, row: BreakdownRow, sign: 1 | -1): void {
  const { audience, basis, slot, campaignKey, assetKey, reason, name } = row;
  const key = `${audience}/${basis}/${slot}/${campaignKey}/${assetKey}/${reason}/${name}`;
  let known = rows.get(key);
  if (!known) rows.set(key, (known = { ...row, counters: {} }));
  addCounters(known.counters, row.counters, sign);
}

function sorted(rows: ReadonlyMap<string, BreakdownRow>): BreakdownRow[] {
  const changed = [...rows.values()].filter(({ counters }) => Object.values(counters).some((n) => n !== 0));
  return changed.sort(
    (a, b) =>
      a.audience - b.audience ||
      a.basis - b.basis ||
      a.slot - b.slot ||
      a.campaignKey - b.campaignKey ||
      a.assetKey - b.assetKey ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.reason - b.reason),
  );
}
