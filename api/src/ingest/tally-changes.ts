import { GRAINS, TALLY_BASES, AUDIENCES, type Audience } from '@tallysheet/contract';
import { mergeChange, slotOf, tallyChanges, type TallyChange } from '@tallysheet/counting';
import { BreakdownChanges } from './breakdown-changes';
import type { CountedMessage } from './counted-message';
import type { Pair } from './stored-messages';

/** One tally row's key, but for the workspace. */
export interface TallyPlace {
  audience: number;
  basis: number;
  grain: number;
  slot: number;
  campaignKey: number;
  assetKey: number;
}

export interface PlacedChange extends TallyPlace {
  change: TallyChange;
}

/** Collects how the tallies change, message by message, so that each row is written once. */
export class TallyChanges {
  private readonly quarters = new Map<string, PlacedChange>();
  readonly breakdowns = new BreakdownChanges();

  /** What the messages that are one now added before, none of a new one, and what it adds now. */
  add(place: Pair, before: readonly CountedMessage[], after: CountedMessage): void {
    for (const audience of new Set([...before.map((message) => message.audience), after.audience])) {
      const own = (message: CountedMessage) => (message.audience === audience ? message.contributions : []);
      this.put(place, audience, tallyChanges(before.flatMap(own), own(after)));
    }
    for (const message of before) this.breakdowns.add(place, message, -1);
    this.breakdowns.add(place, after, 1);
  }

  /** How many rows of the finest grain change. */
  get size(): number {
    return this.quarters.size;
  }

  /** Rows of the finest grain whose earliest or latest instant went away. */
  lost(): PlacedChange[] {
    return [...this.quarters.values()].filter(({ change }) => Object.keys(change.lost).length > 0);
  }

  /** The changes of every row, one list a grain, each in the order of the table's key. Each adds up the one before. */
  *byGrain(): Generator<PlacedChange[]> {
    let finer = this.quarters;
    yield [...finer.values()].sort(byKey);
    for (let grain = 1; grain < GRAINS.length; grain++) {
      const rows = new Map<string, PlacedChange>();
      for (const row of finer.values()) {
        merge(rows, { ...row, grain, slot: slotOf(row.slot, GRAINS[grain]!) }, row.change);
      }
      yield [...rows.values()].sort(byKey);
      finer = rows;
    }
  }

  private put(place: Pair, audience: Audience, changes: TallyChange[]): void {
    for (const change of changes) {
      const { campaignKey, assetKey } = place;
      const key = { campaignKey, assetKey, audience: AUDIENCES.indexOf(audience), grain: 0, slot: change.slot };
      merge(this.quarters, { ...key, basis: TALLY_BASES.indexOf(change.basis) }, change);
    }
  }
}

function merge(rows: Map<string, PlacedChange>, place: TallyPlace, change: TallyChange): void {
  const key = `${place.audience}/${place.basis}/${place.slot}/${place.campaignKey}/${place.assetKey}`;
  const known = rows.get(key);
  if (known) mergeChange(known.change, change);
  else {
    const own = { counters: { ...change.counters }, extremes: { ...change.extremes }, lost: { ...change.lost } };
    rows.set(key, { ...place, change: { ...change, ...own } });
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
