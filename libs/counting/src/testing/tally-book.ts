import { ok } from 'node:assert/strict';
import { EXTREME_IDS, EXTREMES, GRAINS, type Audience, type Extreme, type Grain } from '@tallysheet/contract';
import type { Contribution } from '../contribution';
import type { CountingRules } from '../rules';
import type { TallyChange } from '../tally-change';
import type { Counting } from './check';
import { messagesOf, type Message } from './figures';
import type { StoryEvent } from './story';

type Place = Pick<Contribution, 'counters' | 'extremes'>;
type Row = { audience: Audience; campaign: string; asset: string; grain: Grain } & Pick<Contribution, 'basis' | 'slot'>;

/** What one message adds, and to whose tallies. */
interface Share {
  message: Message;
  audience: Audience;
  contributions: Contribution[];
}

/**
 * Tallies in memory, kept as a store keeps them: a batch of events refolds the messages it touches, and what changes
 * is merged per row and added. Rows of zeros without instants go away.
 */
export class TallyBook {
  readonly #rows = new Map<string, Place>();
  #events: StoryEvent[] = [];
  #shares = new Map<string, Share>();

  constructor(
    readonly counting: Counting,
    private rules: CountingRules,
  ) {}

  /** Stores a batch and follows its changes; ids that are stored already change nothing. */
  tell(batch: readonly StoryEvent[]): void {
    this.apply(this.changesOf(batch));
  }

  /** Stores several batches and adds what they changed in one go, as a fold of waiting changes does. */
  tellTogether(batches: readonly (readonly StoryEvent[])[]): void {
    const waiting = new Map<string, TallyChange>();
    for (const batch of batches) for (const [row, change] of this.changesOf(batch)) this.merge(waiting, row, change);
    this.apply(waiting);
  }

  /** Counts all that is stored by other rules. */
  recount(rules: CountingRules): void {
    this.rules = rules;
    this.tell([]);
  }

  /** All rows by their key, in order, without counters that are 0. */
  get rows(): Record<string, Place> {
    const entries = [...this.#rows].map(([key, { counters, extremes }]) => {
      const counted = Object.fromEntries(Object.entries(counters).filter(([, n]) => n !== 0));
      return [key, { counters: counted, extremes: { ...extremes } }] as const;
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private changesOf(batch: readonly StoryEvent[]): Map<string, TallyChange> {
    const stored = new Set(this.#events.map((event) => event.id));
    this.#events = [...this.#events, ...batch.filter((event) => !stored.has(event.id) && stored.add(event.id))];
    const before = this.#shares;
    this.#shares = new Map(
      sharesOf(this.counting, this.#events, this.rules).map((share) => [share.message.key, share]),
    );

    const changes = new Map<string, TallyChange>();
    for (const key of new Set([...before.keys(), ...this.#shares.keys()])) {
      const [old, now] = [before.get(key), this.#shares.get(key)];
      const { message } = (now ?? old)!;
      for (const audience of ['live', 'test'] as const) {
        const of = (share: Share | undefined) => (share?.audience === audience ? share.contributions : []);
        for (const change of this.counting.tallyChanges(of(old), of(now))) {
          for (const row of rowsOf(this.counting, audience, message, change)) this.merge(changes, row, change);
        }
      }
    }
    return changes;
  }

  private merge(into: Map<string, TallyChange>, row: string, change: TallyChange): void {
    const { basis, slot } = change;
    const found = into.get(row) ?? { basis, slot, counters: {}, extremes: {}, lost: {} };
    this.counting.mergeChange(found, change);
    into.set(row, found);
  }

  private apply(changes: ReadonlyMap<string, TallyChange>): void {
    for (const [row, change] of changes) {
      const place = this.#rows.get(row) ?? { counters: {}, extremes: {} };
      this.counting.addCounters(place.counters, change.counters, 1);
      for (const [counter, n] of Object.entries(place.counters)) ok(n >= 0, `${counter} of ${row} is ${n}`);
      for (const id of EXTREME_IDS) {
        const at = change.extremes[id];
        if (at !== undefined) this.counting.stretch(place, id, at);
        if (isLost(id, place, change)) this.recompute(row, place, id);
      }
      const empty = Object.values(place.counters).every((n) => n === 0) && Object.keys(place.extremes).length === 0;
      if (empty) this.#rows.delete(row);
      else this.#rows.set(row, place);
    }
  }

  /** Finds an instant anew among the messages that stay. */
  private recompute(row: string, place: Place, id: Extreme): void {
    delete place.extremes[id];
    for (const { message, audience, contributions } of this.#shares.values()) {
      for (const contribution of contributions) {
        const at = contribution.extremes[id];
        const here = rowsOf(this.counting, audience, message, contribution).includes(row);
        if (here && at !== undefined) place.extremes[id] = Math[EXTREMES[id]](place.extremes[id] ?? at, at);
      }
    }
  }
}

/** An instant is in doubt unless what is known now lies beyond the one that went away. */
function isLost(id: Extreme, place: Place, change: TallyChange): boolean {
  const [lost, known] = [change.lost[id], place.extremes[id]];
  if (lost === undefined || known === undefined) return false;
  return Math[EXTREMES[id]](known, lost) === lost;
}

/** The rows that tallies of these events must have: every message folded once, everything simply added up. */
export function foldedOnce(
  counting: Counting,
  events: readonly StoryEvent[],
  rules: CountingRules,
): Record<string, Place> {
  const rows = new Map<string, Place>();
  for (const { message, audience, contributions } of sharesOf(counting, events, rules)) {
    for (const contribution of contributions) {
      for (const row of rowsOf(counting, audience, message, contribution)) {
        const { counters, extremes } = rows.get(row) ?? { counters: {}, extremes: {} };
        for (const [counter, n] of Object.entries(contribution.counters)) {
          const id = counter as keyof typeof counters;
          counters[id] = (counters[id] ?? 0) + n;
        }
        for (const id of EXTREME_IDS) {
          const at = contribution.extremes[id];
          if (at !== undefined) extremes[id] = Math[EXTREMES[id]](extremes[id] ?? at, at);
        }
        rows.set(row, { counters, extremes });
      }
    }
  }
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sharesOf(counting: Counting, events: readonly StoryEvent[], rules: CountingRules): Share[] {
  return messagesOf(counting, events, rules).map((message) => {
    const facts = counting.factsOf(message.events, rules);
    const contributions = counting.contribution(facts, rules, message);
    return { message, audience: facts.test ? 'test' : 'live', contributions };
  });
}

/** The rows of all grains that a quarter hour of a message counts in. */
function rowsOf(
  counting: Counting,
  audience: Audience,
  { campaign, asset }: Message,
  { basis, slot }: Contribution,
): string[] {
  return GRAINS.map((grain) => {
    const row: Row = { audience, campaign, asset, grain, basis, slot: counting.slotOf(slot, grain) };
    return Object.values(row).join(' ');
  });
}
