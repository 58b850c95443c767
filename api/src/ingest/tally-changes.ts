import { GRAINS, TALLY_BASES, AUDIENCES, type Audience } from '@tallysheet/contract';
import { mergeChange, slotOf, tallyChanges, type TallyChange } from '@tallysheet/counting';
import { BreakdownChanges } from './breakdown-changes';
import type { CountedMessage } from './counted-message';
import { ByPair } from './by-pair';
import type { Pair } from './stored-messages';

/** One tally row's key, but for the workspace. */
export interface TallyPlace extends Pair {
  audience: number;
  basis: number;
  grain: number;
  slot: number;
}

export interface PlacedChange extends TallyPlace {
  change: TallyChange;
}

/** The rows of one campaign × asset and grain, by audience, basis and slot in one number: such keys are found fast. */
type Rows = Map<number, PlacedChange>;

/** Collects how the tallies change, message by message, so that each row is written once. */
export class TallyChanges {
  private readonly quarters = new ByPair<Rows>(() => new Map());
  readonly breakdowns = new BreakdownChanges();

  /** What the messages that are one now added before, none of a new one, and what it adds now. */
  add(pair: Pair, before: readonly CountedMessage[], after: CountedMessage): void {
    const rows = this.quarters.of(pair);
    for (const audience of new Set([...before.map((message) => message.audience), after.audience])) {
      const own = (message: CountedMessage) => (message.audience === audience ? message.contributions : []);
      put(rows, pair, audience, tallyChanges(before.flatMap(own), own(after)));
    }
    for (const message of before) this.breakdowns.add(pair, message, -1);
    this.breakdowns.add(pair, after, 1);
  }

  /** How many rows of the finest grain change. */
  get size(): number {
    return this.quarters.values().reduce((sum, rows) => sum + rows.size, 0);
  }

  /** Rows of the finest grain whose earliest or latest instant went away. */
  lost(): PlacedChange[] {
    const all = this.quarters.values().flatMap((rows) => [...rows.values()]);
    return all.filter(({ change }) => Object.keys(change.lost).length > 0);
  }

  /** The changes of every row, one list a grain, each in the order of the table's key. Each adds up the one before. */
  *byGrain(): Generator<PlacedChange[]> {
    let finer = this.quarters.values();
    for (let grain = 0; grain < GRAINS.length; grain++) {
      if (grain > 0) finer = finer.map((rows) => coarser(rows, grain));
      yield finer.flatMap((rows) => [...rows.values()]).sort(byKey);
    }
  }
}

function put(rows: Rows, { campaignKey, assetKey }: Pair, audience: Audience, changes: readonly TallyChange[]): void {
  for (const change of changes) {
    const [basis, slot] = [TALLY_BASES.indexOf(change.basis), change.slot];
    merge(rows, { campaignKey, assetKey, audience: AUDIENCES.indexOf(audience), basis, grain: 0, slot, change });
  }
}

function coarser(finer: Rows, grain: number): Rows {
  const rows: Rows = new Map();
  for (const row of finer.values()) merge(rows, { ...row, grain, slot: slotOf(row.slot, GRAINS[grain]!) });
  return rows;
}

function merge(rows: Rows, row: PlacedChange): void {
  const key = (row.slot * TALLY_BASES.length + row.basis) * AUDIENCES.length + row.audience;
  const known = rows.get(key);
  if (known) mergeChange(known.change, row.change);
  else {
    const { counters, extremes, lost } = row.change;
    rows.set(key, {
      ...row,
      change: { ...row.change, counters: { ...counters }, extremes: { ...extremes }, lost: { ...lost } },
    });
  }
}

function byKey(a: TallyPlace, b: TallyPlace): number {
  return (
    a.audience - b.audience ||
    a.basis - b.basis ||
    a.slot - b.slot ||
    a.campaignKey - b.campaignKey ||
    a.assetKey - b.assetKey
  );
}
