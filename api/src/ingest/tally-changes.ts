import { GRAINS, TALLY_BASES, AUDIENCES, type Audience } from '@tallysheet/contract';
import { mergeChange, slotOf, tallyChanges, type Contribution, type TallyChange } from '@tallysheet/counting';

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

  /** What a message added before and adds now; an audience of null adds nothing. */
  add(
    place: { campaignKey: number; assetKey: number },
    before: { audience: Audience; contributions: Contribution[] } | null,
    after: { audience: Audience; contributions: Contribution[] },
  ): void {
    if (before && before.audience !== after.audience) {
      this.put(place, before.audience, tallyChanges(before.contributions, []));
      this.put(place, after.audience, tallyChanges([], after.contributions));
    } else this.put(place, after.audience, tallyChanges(before?.contributions ?? [], after.contributions));
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

  private put(place: { campaignKey: number; assetKey: number }, audience: Audience, changes: TallyChange[]): void {
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
