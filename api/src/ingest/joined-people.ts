import { hex } from '../database/hash';
import type { Identities, Identity } from './identity.repository';

/** What an event says about who is who: that all of these are one, or that this one was deleted. */
export interface PersonNews {
  /** Who it is about: who stays, of a merge. */
  person: Uint8Array;
  /** Those that were merged into this person. */
  merged: readonly Uint8Array[];
  isDeleted: boolean;
}

/** People who are one now, and as whom they were known before. */
export interface Joining {
  now: Identity;
  before: readonly Identity[];
}

/**
 * Joins people by the news about them, on top of who they were (rule 12). The outcome is the same in whatever order and
 * batches the news comes: all who are linked by merges are one, under the smallest of their ids, and deleted once any
 * of them is; whoever was merged into another once is merged away. Those for whom nothing changes are left out.
 */
export function joinPeople(known: Identities, news: readonly PersonNews[]): Joining[] {
  const groups = new Map<string, Group>();
  const groupOf = (id: Uint8Array): Group => {
    const found = groups.get(hex(id));
    if (found) return found;
    const identity = known.of(id);
    const group = groupFrom(identity);
    for (const member of identity.members) groups.set(hex(member), group);
    return group;
  };
  for (const { person, merged, isDeleted } of news) {
    for (const other of merged) {
      const joined = unite(groups, groupOf(person), groupOf(other));
      if (hex(other) !== hex(person)) joined.mergedAway.set(hex(other), other);
    }
    if (isDeleted) groupOf(person).isDeleted = true;
  }
  return [...new Set(groups.values())].filter(isChanged).map(({ before, mergedAway, isDeleted }) => {
    const members = before.flatMap((identity) => identity.members).sort((a, b) => Buffer.compare(a, b));
    return { now: { rootId: members[0]!, members, mergedAway: [...mergedAway.values()], isDeleted }, before };
  });
}

interface Group {
  before: Identity[];
  /** How many they are. */
  size: number;
  mergedAway: Map<string, Uint8Array>;
  isDeleted: boolean;
}

function groupFrom(identity: Identity): Group {
  const { members, mergedAway, isDeleted } = identity;
  return { before: [identity], size: members.length, mergedAway: byHex(mergedAway), isDeleted };
}

/** The smaller group joins the larger one, so that nobody moves more than a few times however long a chain is. */
function unite(groups: Map<string, Group>, one: Group, other: Group): Group {
  if (one === other) return one;
  const [into, from] = one.size < other.size ? [other, one] : [one, other];
  for (const identity of from.before) {
    into.before.push(identity);
    for (const id of identity.members) groups.set(hex(id), into);
  }
  for (const [text, id] of from.mergedAway) into.mergedAway.set(text, id);
  into.size += from.size;
  into.isDeleted ||= from.isDeleted;
  return into;
}

function isChanged({ before, mergedAway, isDeleted }: Group): boolean {
  const [first] = before;
  return before.length > 1 || first!.isDeleted !== isDeleted || first!.mergedAway.length !== mergedAway.size;
}

function byHex(ids: readonly Uint8Array[]): Map<string, Uint8Array> {
  return new Map(ids.map((id) => [hex(id), id]));
}
