import type { Counter, Extreme } from '@tallysheet/contract';
import { stretch, type Contribution } from '@tallysheet/counting';
import { localTimeAt, type BreakdownLevel, type LocalTime, type SheetCounter } from '@tallysheet/report-model';
import type { Dialect } from '../../database/dialect';
import type { Transaction } from '../../database/store';
import type { Pair } from '../../ingest/stored-messages';
import type { ListedPeople } from '../../smart-lists/listed-people';
import { presenceAt } from '../compile/compile-breakdown';
import { presenceCounters } from '../compile/compile-sheet';
import type { SheetQuery } from '../compile/sheet-query';
import type { Part } from '../edge-parts';
import { messagePlace } from '../message-levels';
import { trackedCounters, type PairLeaf } from '../sheet-row';
import { ListedMessages } from './listed-messages';

/** What counts in one place: a campaign × asset at one local time, or one link or domain of it. */
interface Place {
  counters: Partial<Record<SheetCounter, number>>;
  extremes: Partial<Record<Extreme, number>>;
  present: number;
}

/** Whose part of a sheet it is. */
type Of = Pick<PairLeaf, 'local' | 'message'> & { leaf: PairLeaf };

/**
 * Answers what a sheet counts of the messages of a smart list's people. Tallies know of no people, so every message is
 * counted anew by its events; a copy of message facts that is quicker to read may take the place of this.
 */
export class LeavesOfPeople {
  private readonly inFrame: (slot: number) => boolean;
  private readonly isYoung: (slot: number) => boolean;
  private readonly runs;

  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly query: SheetQuery,
    private readonly people: ListedPeople,
  ) {
    this.inFrame = within(query.frame);
    this.isYoung = within(query.young);
    this.runs = query.frame.filter((run) => 'offset' in run);
  }

  /** `everyones` are the leaves of all people's messages: what counts nowhere for anybody is not looked for. */
  async of(
    everyones: readonly PairLeaf[],
    level: BreakdownLevel | null,
    signal?: AbortSignal,
  ): Promise<{ whole: PairLeaf[]; parts: Part[] }> {
    const { query } = this;
    const pairs = new Map(everyones.map((leaf) => [textOf(leaf), leaf]));
    const whole = new Map<string, Place & Of>();
    const parts = new Map<string, Place & { pair: Pair; name: string }>();
    const isThere = presenceCounters(query);
    const isPartThere = level ? presenceAt(query, level) : [];
    const messages = new ListedMessages(this.snapshot, this.dialect, query, this.people, signal);
    for await (const { pair, message } of messages.of([...pairs.values()])) {
      const leaf = pairs.get(textOf(pair))!;
      const place = messagePlace(query.messageLevels, message.facts);
      for (const contribution of message.contributions) {
        if (!this.counts(contribution)) continue;
        const local = this.localTimeOf(contribution.slot);
        const key = JSON.stringify([textOf(pair), local, place]);
        this.add(madeIn(whole, key, { leaf, local, message: place }), contribution, isThere);
      }
      for (const { breakdown, name, ...part } of level ? message.breakdowns : []) {
        if (breakdown !== level || !this.counts(part)) continue;
        this.add(madeIn(parts, `${textOf(pair)}/${name}`, { pair, name }), { ...part, extremes: {} }, isPartThere);
      }
    }
    return {
      whole: [...whole.values()].flatMap((place) => this.leafOf(place)),
      parts: [...parts.values()].flatMap(({ pair: { campaignKey, assetKey }, name, counters, present }) =>
        present > 0 ? [{ campaignKey, assetKey, name, counters }] : [],
      ),
    };
  }

  private counts({ basis, slot }: Pick<Contribution, 'basis' | 'slot'>): boolean {
    return basis === this.query.basis && this.inFrame(slot);
  }

  private add(place: Place, { slot, counters, extremes }: Contribution, isThere: readonly Counter[]): void {
    for (const [counter, n] of Object.entries(counters) as [Counter, number][]) {
      place.counters[counter] = (place.counters[counter] ?? 0) + n;
      if (counter === 'pending' && this.isYoung(slot)) {
        place.counters.pendingYoung = (place.counters.pendingYoung ?? 0) + n;
      }
    }
    for (const [extreme, at] of Object.entries(extremes) as [Extreme, number][]) stretch(place, extreme, at);
    for (const counter of isThere) place.present += counters[counter] ?? 0;
  }

  /** A row of time may stand for messages of which nothing counts in it; others must have something. */
  private leafOf({ leaf, local, message, counters, extremes, present }: Place & Of): PairLeaf[] {
    const { query } = this;
    if (present === 0 && query.timeParts.length === 0) return [];
    const asked = Object.fromEntries(query.counters.map((counter) => [counter, counters[counter] ?? 0]));
    const found = query.extremes.flatMap((id) => (extremes[id] === undefined ? [] : [[id, extremes[id]] as const]));
    return [
      {
        ...leaf,
        local,
        message,
        present,
        counters: trackedCounters({ openTracking: leaf.openTracking, counters: asked }),
        extremes: Object.fromEntries(found),
      },
    ];
  }

  private localTimeOf(slot: number): LocalTime {
    const { timeParts } = this.query;
    const local = timeParts.length > 0 ? localTimeAt(slot, this.runs) : null;
    return local ? Object.fromEntries(timeParts.map((part) => [part, local[part]])) : {};
  }
}

function within(blocks: SheetQuery['frame']): (slot: number) => boolean {
  return (slot) => blocks.some(({ grain, from, to }) => grain === 'all' || (slot >= from && slot < to));
}

function madeIn<T>(places: Map<string, Place & T>, key: string, of: T): Place & T {
  const known = places.get(key);
  if (known) return known;
  const made = { ...of, counters: {}, extremes: {}, present: 0 };
  places.set(key, made);
  return made;
}

function textOf({ campaignKey, assetKey }: Pair): string {
  return `${campaignKey}/${assetKey}`;
}
