import { hex } from '../database/hash';
import type { Identities, Identity } from './identity.repository';

/** What an event says about who is who: that all of these are one, or that this one was deleted. */
export interface PersonNews {
  /** At least one. */
  people: readonly Uint8Array[];
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
 * of them is. Those for whom nothing changes are left out.
 */
export function joinPeople(known: Identities, news: readonly PersonNews[]): Joining[] {
  const groups = new Map<string, Group>();
  const groupOf = (id: Uint8Array): Group => {
    const found = groups.get(hex(id));
    if (found) return found;
    const identity = known.of(id);
    const group: Group = { before: [identity], isDeleted: identity.isDeleted };
    for (const member of identity.members) groups.set(hex(member), group);
    return group;
  };
  for (const { people, isDeleted } of news) {
    const first = people[0]!;
    for (const other of people) unite(groups, groupOf(first), groupOf(other));
    if (isDeleted) groupOf(first).isDeleted = true;
  }
  return [...new Set(groups.values())].filter(isChanged).map(({ before, isDeleted }) => {
    const members = before.flatMap((identity) => identity.members).sort((a, b) => Buffer.compare(a, b));
    return { now: { rootId: members[0]!, members, isDeleted }, before };
  });
}

interface Group {
  before: Identity[];
  isDeleted: boolean;
}

function unite(groups: Map<string, Group>, into: Group, other: Group): void {
  if (into === other) return;
  into.before.push(...other.before);
  into.isDeleted ||= other.isDeleted;
  for (const identity of other.before) for (const id of identity.members) groups.set(hex(id), into);
}

function isChanged({ before, isDeleted }: Group): boolean {
  return before.length > 1 || before[0]!.isDeleted !== isDeleted;
}
