import { EXTREME_IDS, EXTREMES, type Counter, type Extreme } from '@tallysheet/contract';
import { stretch, type Contribution } from './contribution';

/**
 * How one quarter hour's tally changes: counters to add, instants to widen, and the earliest or latest instants that
 * went away and so must be found anew among the messages that stay.
 */
export interface TallyChange extends Contribution {
  lost: Partial<Record<Extreme, number>>;
}

/**
 * Subtracts what a message added before and adds what it adds now; several messages become one when people are merged.
 * Slots that come out the same are left out.
 */
export function tallyChanges(before: readonly Contribution[], after: readonly Contribution[]): TallyChange[] {
  // Most messages are new, and none of their places comes twice.
  if (before.length === 0) return after.map((now) => ({ ...now, lost: {} }));
  const bySlot = new Map<string, TallyChange>();
  const at = ({ basis, slot }: Contribution): TallyChange => {
    const found = bySlot.get(basis + slot);
    if (found) return found;
    const made: TallyChange = { basis, slot, counters: {}, extremes: {}, lost: {} };
    bySlot.set(basis + slot, made);
    return made;
  };
  for (const old of before) {
    const change = at(old);
    addCounters(change.counters, old.counters, -1);
    for (const id of EXTREME_IDS) {
      const at = old.extremes[id];
      if (at !== undefined) loseExtreme(change, id, at);
    }
  }
  for (const now of after) {
    const change = at(now);
    addCounters(change.counters, now.counters, 1);
    change.extremes = { ...now.extremes };
    for (const id of EXTREME_IDS) {
      if (now.extremes[id] === change.lost[id]) delete change.extremes[id];
      if (covers(id, now.extremes[id], change.lost[id])) delete change.lost[id];
    }
  }
  return [...bySlot.values()].filter((change) => !isNothing(change));
}

/** Adds the changes of another message of the same slot. */
export function mergeChange(into: TallyChange, change: TallyChange): void {
  addCounters(into.counters, change.counters, 1);
  for (const id of EXTREME_IDS) {
    const at = change.extremes[id];
    if (at !== undefined) stretch(into, id, at);
    const lost = change.lost[id];
    if (lost !== undefined) loseExtreme(into, id, lost);
  }
}

export function addCounters(
  into: Partial<Record<Counter, number>>,
  from: Partial<Record<Counter, number>>,
  sign: 1 | -1,
): void {
  for (const counter in from) {
    const id = counter as Counter;
    into[id] = (into[id] ?? 0) + sign * from[id]!;
  }
}

/** Of several instants that go away, the one furthest out may have been the row's own. */
function loseExtreme({ lost }: TallyChange, id: Extreme, at: number): void {
  lost[id] = lost[id] === undefined ? at : Math[EXTREMES[id]](lost[id], at);
}

function covers(id: Extreme, now: number | undefined, lost: number | undefined): boolean {
  return lost === undefined || (now !== undefined && Math[EXTREMES[id]](now, lost) === now);
}

function isNothing(change: TallyChange): boolean {
  const unchanged = Object.values(change.counters).every((n) => n === 0);
  return unchanged && Object.keys(change.lost).length === 0 && Object.keys(change.extremes).length === 0;
}
