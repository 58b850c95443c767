import { AUDIENCES, TALLY_BASES, type Counter } from '@tallysheet/contract';
import { addCounters, slotOf, type Breakdown, type BreakdownPart } from '@tallysheet/counting';
import { ByPair } from './by-pair';
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

/** The rows of one campaign × asset: by audience, basis, reason and day in one number, and by name beneath. */
type Rows = Map<number, Map<string, BreakdownRow>>;

/** More than there are reasons. */
const REASONS = 64;

/** Collects how the tallies by link, domain and device change, so that each row is written once. */
export class BreakdownChanges {
  private readonly days: Readonly<Record<Breakdown, ByPair<Rows>>> = {
    link: new ByPair<Rows>(() => new Map()),
    domain: new ByPair<Rows>(() => new Map()),
    device: new ByPair<Rows>(() => new Map()),
  };

  /** Adds what a message adds, or with `sign` -1 takes it away. */
  add(pair: Pair, { audience, breakdowns }: CountedMessage, sign: 1 | -1): void {
    const place = AUDIENCES.indexOf(audience);
    for (const part of breakdowns) {
      const rows = this.days[part.breakdown].of(pair);
      const { basis, slot } = part;
      addTo(
        rows,
        { ...pair, audience: place, basis: TALLY_BASES.indexOf(basis), slot: slotOf(slot, 'day') },
        part,
        sign,
      );
    }
  }

  /** The rows that change by the day and of all time, each in the order of its table's key. */
  rowsOf(breakdown: Breakdown): { day: BreakdownRow[]; all: BreakdownRow[] } {
    const day = this.days[breakdown].values().flatMap(rowsIn);
    const all = new ByPair<Rows>(() => new Map());
    for (const row of day) addTo(all.of(row), { ...row, slot: 0 }, row, 1);
    return { day: sorted(day), all: sorted(all.values().flatMap(rowsIn)) };
  }
}

function addTo(
  rows: Rows,
  { campaignKey, assetKey, audience, basis, slot }: Omit<BreakdownRow, 'name' | 'reason' | 'counters'>,
  { name, reason, counters }: Pick<BreakdownPart, 'name' | 'reason' | 'counters'>,
  sign: 1 | -1,
): void {
  const key = ((slot * TALLY_BASES.length + basis) * AUDIENCES.length + audience) * REASONS + reason;
  let named = rows.get(key);
  if (!named) rows.set(key, (named = new Map<string, BreakdownRow>()));
  let row = named.get(name);
  if (!row) named.set(name, (row = { campaignKey, assetKey, audience, basis, slot, name, reason, counters: {} }));
  addCounters(row.counters, counters, sign);
}

function rowsIn(rows: Rows): BreakdownRow[] {
  return [...rows.values()].flatMap((named) => [...named.values()]);
}

function sorted(rows: readonly BreakdownRow[]): BreakdownRow[] {
  const changed = rows.filter(({ counters }) => Object.values(counters).some((n) => n !== 0));
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
