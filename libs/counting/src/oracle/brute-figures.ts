import { reactionsOf } from './brute-breakdown';
import { countMessage, emptyRow, type BruteEvent, type BruteOptions, type Counted } from './brute-force';
import { inTree, type BruteTree } from './brute-scope';

/**
 * What some messages add up to in a row, or null where none of them counts: their clicks on a link, or all figures of the
 * campaigns and assets in which something counts.
 */
export function figuresOf(
  tree: BruteTree,
  messages: readonly BruteEvent[][],
  link: string | null,
  options: BruteOptions,
): Counted | null {
  if (link !== null) {
    const clicks = reactionsOf('link', messages, options).get(link);
    if (!clicks || clicks.totalClicks === 0) return null;
    return { ...emptyRow(), clicked: clicks.clicked, totalClicks: clicks.totalClicks };
  }
  const counting = byPair(messages).filter((own) => countsAnything(addedUp(tree, own, options)));
  return counting.length === 0 ? null : addedUp(tree, counting.flat(), options);
}

function addedUp(tree: BruteTree, messages: readonly BruteEvent[][], options: BruteOptions): Counted {
  const row = emptyRow();
  for (const message of messages) {
    const own = emptyRow();
    countMessage(own, message, options);
    // Rule 8: the open rate is among messages whose opens can be known.
    if (!inTree(tree, 'assets', message[0]!.asset).openTracking) {
      own.openedTracked = 0;
      own.deliveredTracked = 0;
    }
    add(row, own);
  }
  row.toDeliver = row.initial - row.rejected;
  return row;
}

/** By what a campaign sent with an asset. */
function byPair(messages: readonly BruteEvent[][]): BruteEvent[][][] {
  const pairs = new Map<string, BruteEvent[][]>();
  for (const message of messages) {
    const { campaign, asset } = message[0]!;
    const key = JSON.stringify([campaign, asset]);
    pairs.set(key, [...(pairs.get(key) ?? []), message]);
  }
  return [...pairs.values()];
}

const INSTANTS = { firstSentAt: Math.min, lastSentAt: Math.max, firstActivityAt: Math.min, lastActivityAt: Math.max };
type Instant = keyof typeof INSTANTS;
type Count = Exclude<keyof Counted, Instant>;

function isInstant(id: string): id is Instant {
  return id in INSTANTS;
}

function countsAnything(row: Counted): boolean {
  return Object.entries(row).some(([id, n]) => !isInstant(id) && Number(n) > 0);
}

/** Counts are added, of instants the earliest or the latest is kept. */
function add(row: Counted, own: Counted): void {
  for (const id of Object.keys(own) as (Instant | Count)[]) {
    if (!isInstant(id)) row[id] += own[id];
    else {
      const both = [row[id], own[id]].filter((at) => at !== null);
      row[id] = both.length === 0 ? null : INSTANTS[id](...both);
    }
  }
}
