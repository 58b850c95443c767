import { setImmediate as nextTurn } from 'node:timers/promises';
import { countColumns, type ColumnsCount, type ContributionColumns } from '@tallysheet/counting';
import { isTallied, localTimeAt, type LocalTime } from '@tallysheet/report-model';
import { presenceCounters } from '../compile/compile-sheet';
import type { SheetQuery } from '../compile/sheet-query';
import { trackedCounters, type PairLeaf } from '../sheet-row';

/** Other calls get in between so many ms. */
const TURN_MS = 10;
const ALWAYS = { from: -Infinity, to: Infinity };

/** Answers what a sheet counts of some people's messages, from columns in memory: the same leaves as message by message. */
export class LeavesOfColumns {
  private readonly times: LocalTime[] = [];
  private readonly timeOfSlot = new Map<number, number>();
  private readonly runs;

  /** `people` has one byte for each person's place: 1 for those who are counted. */
  constructor(
    private readonly query: SheetQuery,
    private readonly people: Uint8Array,
  ) {
    this.runs = query.frame.filter((run) => 'offset' in run);
  }

  /** `leaf` is that of everybody's messages, which says what they are about. */
  async of(all: Iterable<{ leaf: PairLeaf; columns: ContributionColumns }>, signal?: AbortSignal): Promise<PairLeaf[]> {
    const leaves: PairLeaf[] = [];
    let turn = performance.now();
    for (const { leaf, columns } of all) {
      leaves.push(...this.ofPair(leaf, columns));
      if (performance.now() - turn < TURN_MS) continue;
      await nextTurn();
      signal?.throwIfAborted();
      turn = performance.now();
    }
    return leaves;
  }

  private ofPair(leaf: PairLeaf, columns: ContributionColumns): PairLeaf[] {
    const { query } = this;
    const found = this.count(columns, query.frame, query.extremes);
    const young = query.counters.includes('pendingYoung') ? this.count(columns, query.young, []) : null;
    return [...found].flatMap(([key, { counters, extremes }]) => {
      const present = presenceCounters(query).reduce((sum, counter) => sum + (counters[counter] ?? 0), 0);
      // A row of time may stand for messages of which nothing counts in it; others must have something.
      if (present === 0 && query.timeParts.length === 0) return [];
      const asked = Object.fromEntries(
        query.counters.map((id) => [
          id,
          (id === 'pendingYoung' ? young?.get(key)?.counters.pending : isTallied(id) ? counters[id] : 0) ?? 0,
        ]),
      );
      return [
        {
          ...leaf,
          local: this.times[key] ?? {},
          present,
          counters: trackedCounters({ openTracking: leaf.openTracking, counters: asked }),
          extremes,
        },
      ];
    });
  }

  private count(
    columns: ContributionColumns,
    frame: SheetQuery['frame'],
    extremes: SheetQuery['extremes'],
  ): Map<number, ColumnsCount> {
    const { basis, audiences, timeParts } = this.query;
    if (frame.length === 0) return new Map();
    const isTold = timeParts.length > 0;
    return countColumns(columns, {
      ...{ basis, audiences, people: this.people, extremes },
      ...boundsOf(frame),
      ...(isTold && { keyOf: (slot: number) => this.timeOf(slot) }),
    });
  }

  /** The place in `times` of the local time of a slot. */
  private timeOf(slot: number): number {
    const known = this.timeOfSlot.get(slot);
    if (known !== undefined) return known;
    const { timeParts } = this.query;
    const local = localTimeAt(slot, this.runs);
    const time: LocalTime = local ? Object.fromEntries(timeParts.map((part) => [part, local[part]])) : {};
    const text = JSON.stringify(time);
    const same = this.times.findIndex((each) => JSON.stringify(each) === text);
    const place = same < 0 ? this.times.push(time) - 1 : same;
    this.timeOfSlot.set(slot, place);
    return place;
  }
}

/** A frame's runs follow each other without gaps. */
export function boundsOf(frame: SheetQuery['frame']): { from: number; to: number } {
  if (frame.some(({ grain }) => grain === 'all')) return ALWAYS;
  return { from: Math.min(...frame.map(({ from }) => from)), to: Math.max(...frame.map(({ to }) => to)) };
}
