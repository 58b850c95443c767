import type { SmartListCounts } from '@tallysheet/contract';
import { countColumns, type ContributionColumns } from '@tallysheet/counting';
import type { SheetQuery } from '../compile/sheet-query';
import { boundsOf } from './leaves-of-columns';

/**
 * How many people and messages these columns have in the frame, by date of sending, and how many of them are kept.
 * `kept` has one byte for each person's place.
 */
export function peopleOfColumns(
  all: Iterable<ContributionColumns>,
  { audiences, frame }: Pick<SheetQuery, 'audiences' | 'frame'>,
  kept: Uint8Array,
): SmartListCounts {
  const everybody = new Uint8Array(kept.length).fill(1);
  const seen = new Uint8Array(kept.length);
  const asked = { basis: 'sent' as const, audiences, extremes: [], ...boundsOf(frame) };
  const messages = { in: 0, out: 0 };
  for (const columns of all) {
    // A message stands in one place by date of sending, and is one of the initial audience in it.
    const count = (people: Uint8Array) =>
      countColumns(columns, { ...asked, people, seen }).get(0)?.counters.initial ?? 0;
    const own = count(kept);
    messages.in += own;
    messages.out += count(everybody) - own;
  }
  const people = { in: 0, out: 0 };
  seen.forEach((isSeen, place) => {
    if (isSeen) people[kept[place] ? 'in' : 'out'] += 1;
  });
  return { people, messages };
}
