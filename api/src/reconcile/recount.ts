import type { Counter } from '@tallysheet/contract';
import { firstPendingQuarter, QUARTER_MS, type CountingRules } from '@tallysheet/counting';
import type { ResolvedFrame } from '@tallysheet/report-model';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { messagesOfPair } from '../ingest/pair-events';
import { countStored } from '../ingest/stored-messages';
import type { SheetQuery } from '../reports/compile/sheet-query';
import { trackedCounters, type PairLeaf } from '../reports/sheet-row';

/**
 * Counts campaign × asset pairs again from their events, by other rules than those that tallies are kept by. Reads in the
 * caller's snapshot and stores nothing.
 */
export class Recount {
  private readonly from: number;
  private readonly to: number;
  private readonly oldestYoung: number;

  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly query: SheetQuery,
    frame: ResolvedFrame,
    now: number,
  ) {
    this.from = frame.from === null ? -Infinity : frame.from / QUARTER_MS;
    this.to = frame.to === null ? Infinity : frame.to / QUARTER_MS;
    this.oldestYoung = firstPendingQuarter(now);
  }

  /** The same leaf with what it counts by these rules. */
  async leaf(leaf: PairLeaf, rules: CountingRules): Promise<PairLeaf> {
    const counters: PairLeaf['counters'] = {};
    const add = (counter: Counter | 'pendingYoung', n: number) => (counters[counter] = (counters[counter] ?? 0) + n);
    const { workspaceId, audiences, basis } = this.query;
    for await (const range of messagesOfPair(this.snapshot, this.dialect, workspaceId, leaf, rules)) {
      for (const message of range.messages.values()) {
        const { audience, contributions } = countStored(message, range.links, rules);
        if (!audiences.includes(audience)) continue;
        for (const { basis: its, slot, counters: counted } of contributions) {
          if (its !== basis || slot < this.from || slot >= this.to) continue;
          for (const [counter, n] of Object.entries(counted)) add(counter as Counter, n);
          if (counted.pending && slot >= this.oldestYoung) add('pendingYoung', counted.pending);
        }
      }
    }
    return { ...leaf, counters: trackedCounters({ ...leaf, counters }) };
  }
}
