import { EVENT_KINDS, type CanonicalEvent } from '@tallysheet/contract';
import type { Identity, PlacedEvent } from './event.repository';
import type { Rejection } from './incoming';

/** What of a batch is new, and what of it has come before. */
export interface Sifted {
  fresh: PlacedEvent[];
  /** By their indexes. */
  duplicates: number[];
  rejected: Rejection[];
}

/** Tells the new events from those that are known, here or earlier in the batch (rule 13). */
export function sift(events: readonly PlacedEvent[], known: Map<string, Identity>): Sifted {
  const fresh: PlacedEvent[] = [];
  const rejected: Rejection[] = [];
  const duplicates: number[] = [];
  for (const event of events) {
    const { hash, index, event: canonical } = event.incoming;
    const identity = identityOf(event);
    const first = known.get(hash);
    if (!first) {
      known.set(hash, identity);
      fresh.push(event);
    } else if (isSame(first, identity, canonical.datedByReceipt)) duplicates.push(index);
    else rejected.push({ index, code: 'event-id-conflict', detail: conflictText(first, canonical) });
  }
  return { fresh, duplicates, rejected };
}

function identityOf({ incoming: { columns, person, at }, campaignKey, assetKey }: PlacedEvent): Identity {
  return {
    kind: columns['kind'] as number,
    personId: person,
    campaignKey,
    assetKey,
    second: Math.floor(at / 1000),
  };
}

/** A second try of a notice that tells no time comes at another second. */
function isSame(a: Identity, b: Identity, datedByReceipt = false): boolean {
  return (
    a.kind === b.kind &&
    a.personId === b.personId &&
    a.campaignKey === b.campaignKey &&
    a.assetKey === b.assetKey &&
    (datedByReceipt || a.second === b.second)
  );
}

function conflictText(first: Identity, event: CanonicalEvent): string {
  return `${event.id ?? ''}: ${EVENT_KINDS[first.kind]} ${new Date(first.second * 1000).toISOString()}`;
}
