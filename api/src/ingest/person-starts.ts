import type { EventKind } from '@tallysheet/contract';
import type { MergeRule } from '../database/dialect';
import type { SqlValue } from '../database/store';
import type { PlacedEvent } from './event.repository';

/** A moment and where it was: `c` and the id of a campaign, `p` and the id of a program, or nowhere that was told. */
interface Start {
  at: number;
  in: string | null;
}

/** When a person was created, as a source tells it, and their first event, as far as some events know. */
export interface PersonStarts {
  created: Start | null;
  first: Start | null;
}

/** How the columns of a person's starts are merged with what is known: whatever came first stays, in whichever order. */
export const START_RULES: Readonly<Record<string, MergeRule>> = {
  created_in: { of: 'created_at' },
  created_at: 'min',
  first_in: { of: 'first_at' },
  first_at: 'min',
};

/** In the order of the rules. */
export function startColumns({ created, first }: PersonStarts = { created: null, first: null }): SqlValue[] {
  return [created && created.in, created && created.at, first && first.in, first && first.at];
}

/** They tell who somebody is, and may come long before or after anything that the person was part of. */
const NO_START: ReadonlySet<EventKind> = new Set(['personMerged', 'personDeleted']);

/** By the person's id in hex. What is only a test starts nothing. */
export function startsOf(events: readonly PlacedEvent[]): Map<string, PersonStarts> {
  const starts = new Map<string, PersonStarts>();
  for (const { incoming, campaignId } of events) {
    const { event, person, at } = incoming;
    if (event.test || NO_START.has(event.kind)) continue;
    let known = starts.get(person);
    if (!known) starts.set(person, (known = { created: null, first: null }));
    const which = event.kind === 'personCreated' ? 'created' : 'first';
    known[which] = earlier(known[which], { at, in: placeOf(campaignId, event.program?.id) });
  }
  return starts;
}

function placeOf(campaignId: string | null, programId: string | undefined): string | null {
  if (campaignId !== null) return `c${campaignId}`;
  return programId === undefined ? null : `p${programId}`;
}

/** Of equal moments the one in the smaller place, so that order makes no difference; one that is told counts. */
function earlier(a: Start | null, b: Start): Start {
  if (a === null || b.at < a.at) return b;
  if (b.at > a.at || b.in === null) return a;
  return a.in === null || b.in < a.in ? b : a;
}
