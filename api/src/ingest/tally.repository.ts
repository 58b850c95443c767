import { COUNTERS, EXTREME_IDS, EXTREMES, GRAINS, type Extreme } from '@tallysheet/contract';
import { QUARTER_MS, slotOf, type CountingRules } from '@tallysheet/counting';
import { insertRows, parts, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { columnOf } from '../database/facts/fact-table';
import { TALLY } from '../database/facts/fact-tables';
import type { SqlValue, Transaction } from '../database/store';
import { BreakdownRepository } from './breakdown.repository';
import { LostActivity } from './lost-activity';
import { MeasureColumns } from './measure-columns';
import type { PlacedChange, TallyChanges, TallyPlace } from './tally-changes';

const SLOTS_PER_QUERY = 100;
const MEASURES = new MeasureColumns(COUNTERS, EXTREME_IDS);

const SENDS: readonly Extreme[] = ['firstSentAt', 'lastSentAt'];

type Extremes = Partial<Record<Extreme, number | null>>;

/** Writes tallies: counters are added, earliest and latest instants widened or found anew. */
export class TallyRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  /** Applies the changes to every grain and breakdown. The messages must have been written before. */
  async apply(changes: TallyChanges): Promise<void> {
    // Handed over at once: statements run in the order in which they are asked for.
    const writes = [...this.write([...changes.byGrain()].flat())];
    writes.push(...new BreakdownRepository(this.transaction, this.dialect, this.workspaceId).apply(changes.breakdowns));
    await Promise.all(writes);
    await this.findAnew(changes.lost());
  }

  /** One statement after the other, in one order: transactions that meet must not wait for each other in a circle. */
  private *write(changes: readonly PlacedChange[]): Generator<Promise<void>> {
    const groups = new Map<number, SqlValue[][]>();
    for (const place of changes) {
      const families = MEASURES.familiesOf(place.change);
      if (families === 0) continue;
      const rows = groups.get(families) ?? [];
      rows.push([...this.keyOf(place), ...MEASURES.written(families).values(place.change)]);
      groups.set(families, rows);
    }
    for (const [families, rows] of [...groups].sort(([a], [b]) => a - b)) {
      const { names, rules } = MEASURES.written(families);
      const suffix = this.dialect.merge(TALLY.key, rules);
      yield insertRows(this.transaction, 'tally', [...TALLY.key, ...names], rows, suffix);
    }
  }

  /** Earliest and latest instants that a message took away are read again: first from messages, then grain by grain. */
  private async findAnew(lost: readonly PlacedChange[]): Promise<void> {
    for (const all of byAsset(lost)) {
      const places = await this.whichLost(all);
      if (places.length === 0) continue;
      let slots = [...new Set(places.map((place) => place.slot))];
      let place: TallyPlace = { ...places[0]! };
      const found = await this.fromMessages(place, slots);
      // A send that moves is common and takes no activity of `activity` away; reading events again is dear.
      const sendsOnly =
        place.basis === 1 &&
        places.every(
          ({ change }) => change.lost.firstActivityAt === undefined && change.lost.lastActivityAt === undefined,
        );
      if (place.basis === 1 && !sendsOnly) await this.addActivity(found, place, slots);
      await this.overwrite(place, found, sendsOnly ? SENDS : EXTREME_IDS);
      for (let grain = 1; grain < GRAINS.length; grain++) {
        slots = [...new Set(slots.map((slot) => slotOf(slot, GRAINS[grain]!)))];
        place = { ...place, grain };
        await this.overwrite(place, await this.fromFinerGrain(place, slots), EXTREME_IDS);
      }
    }
  }

  /** Those whose row had its earliest or latest instant from what went away; mostly it is somebody else's. */
  private async whichLost(places: readonly PlacedChange[]): Promise<PlacedChange[]> {
    const { audience, basis, campaignKey, assetKey } = places[0]!;
    const columns = ['slot', ...EXTREME_IDS.map(columnOf)].join(', ');
    const rows = await selectIn<Record<string, number | null>>(
      this.transaction,
      `SELECT ${columns} FROM tally WHERE workspace_id = ? AND audience = ? AND basis = ? AND grain = 0 ` +
        'AND campaign_key = ? AND asset_key = ? AND slot IN {in}',
      [this.workspaceId, audience, basis, campaignKey, assetKey],
      places.map(({ slot }) => slot),
    );
    const stored = new Map(rows.map((row) => [Number(row['slot']), row]));
    return places.filter(({ slot, change }) =>
      EXTREME_IDS.some((id) => change.lost[id] !== undefined && change.lost[id] === stored.get(slot)?.[columnOf(id)]),
    );
  }

  private async addActivity(found: Map<number, Extremes>, place: TallyPlace, slots: readonly number[]): Promise<void> {
    const lost = new LostActivity(this.transaction, this.dialect, this.workspaceId, this.rules);
    for (const [slot, activity] of await lost.find(place, slots)) found.set(slot, { ...found.get(slot), ...activity });
  }

  /** A message tells when it was sent, and in `sent`, where all of it stands at one place, its first and last activity. */
  private async fromMessages(place: TallyPlace, slots: readonly number[]): Promise<Map<number, Extremes>> {
    const found = new Map<number, Extremes>(slots.map((slot) => [slot, {}]));
    const activity = place.basis === 0 ? ', MIN(first_activity_at) AS a, MAX(last_activity_at) AS b' : '';
    for (const part of parts(slots, SLOTS_PER_QUERY)) {
      const ranges = part.map(() => '(anchor_at >= ? AND anchor_at < ?)').join(' OR ');
      const text =
        `SELECT anchor_at - anchor_at % ${QUARTER_MS} AS slot_at, MIN(sent_at) AS s, MAX(sent_at) AS t${activity} ` +
        `FROM message WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND audience = ? AND (${ranges}) ` +
        `GROUP BY anchor_at - anchor_at % ${QUARTER_MS}`;
      const bounds = part.flatMap((slot) => [slot * QUARTER_MS, (slot + 1) * QUARTER_MS]);
      const rows = await this.transaction.query<Record<'slot_at' | 's' | 't' | 'a' | 'b', number | null>>(text, [
        this.workspaceId,
        place.campaignKey,
        place.assetKey,
        place.audience,
        ...bounds,
      ]);
      for (const row of rows) {
        const sends = { firstSentAt: row.s, lastSentAt: row.t };
        const all = place.basis === 0 ? { ...sends, firstActivityAt: row.a, lastActivityAt: row.b } : sends;
        found.set(Number(row.slot_at) / QUARTER_MS, all);
      }
    }
    return found;
  }

  private async fromFinerGrain(place: TallyPlace, slots: readonly number[]): Promise<Map<number, Extremes>> {
    const found = new Map<number, Extremes>(slots.map((slot) => [slot, {}]));
    const grain = GRAINS[place.grain]!;
    const picks = EXTREME_IDS.map((id) => `${EXTREMES[id].toUpperCase()}(${columnOf(id)}) AS ${columnOf(id)}`);
    for (const slot of slots) {
      const end = endOf(slot, grain);
      const text =
        `SELECT ${picks.join(', ')} FROM tally WHERE workspace_id = ? AND audience = ? AND basis = ? AND grain = ? ` +
        `AND campaign_key = ? AND asset_key = ? AND slot >= ? AND slot < ?`;
      const { audience, basis, campaignKey, assetKey } = place;
      const [row] = await this.transaction.query<Record<string, number | null>>(text, [
        this.workspaceId,
        audience,
        basis,
        place.grain - 1,
        campaignKey,
        assetKey,
        slot,
        end,
      ]);
      found.set(slot, Object.fromEntries(EXTREME_IDS.map((id) => [id, row![columnOf(id)]])));
    }
    return found;
  }

  private async overwrite(
    place: TallyPlace,
    found: ReadonlyMap<number, Extremes>,
    known: readonly Extreme[],
  ): Promise<void> {
    const rules = Object.fromEntries(known.map((id) => [columnOf(id), 'set' as const]));
    const rows = [...found]
      .sort(([a], [b]) => a - b)
      .map(([slot, extremes]) => [...this.keyOf({ ...place, slot }), ...known.map((id) => extremes[id] ?? null)]);
    const columns = [...TALLY.key, ...known.map(columnOf)];
    await insertRows(this.transaction, 'tally', columns, rows, this.dialect.merge(TALLY.key, rules));
  }

  private keyOf(place: TallyPlace): SqlValue[] {
    const { audience, basis, grain, slot, campaignKey, assetKey } = place;
    return [this.workspaceId, audience, basis, grain, slot, campaignKey, assetKey];
  }
}

function endOf(slot: number, grain: (typeof GRAINS)[number]): number {
  switch (grain) {
    case 'quarter':
      return slot + 1;
    case 'hour':
      return slot + 4;
    case 'day':
      return slot + 96;
    case 'month':
      return slotOf(slot + 96 * 32, 'month');
    case 'all':
      return Number.MAX_SAFE_INTEGER;
  }
}

function byAsset(changes: readonly PlacedChange[]): PlacedChange[][] {
  const groups = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const key = `${change.audience}/${change.basis}/${change.campaignKey}/${change.assetKey}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}
