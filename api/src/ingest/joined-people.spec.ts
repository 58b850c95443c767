import fc from 'fast-check';
import { hex } from '../database/hash';
import { Identities, type Identity } from './identity.repository';
import { joinPeople, type PersonNews } from './joined-people';

const idOf = (n: number) => Buffer.alloc(16, n);
const merged = (person: number, ...others: number[]): PersonNews => ({
  ...{ person: idOf(person), merged: others.map(idOf), isDeleted: false },
});
const deleted = (person: number): PersonNews => ({ person: idOf(person), merged: [], isDeleted: true });

/** All who are somebody else, by the news of several batches: `1,(2) as 1` when 2 was merged away, with `deleted` behind it. */
function told(batches: readonly (readonly PersonNews[])[]): string[] {
  let known: Identity[] = [];
  for (const batch of batches) {
    const joinings = joinPeople(new Identities(known), batch);
    const gone = new Set(joinings.flatMap(({ before }) => before.map(({ rootId }) => hex(rootId))));
    known = [...known.filter(({ rootId }) => !gone.has(hex(rootId))), ...joinings.map(({ now }) => now)];
  }
  return known
    .map(({ rootId, members, mergedAway, isDeleted }) => {
      const away = new Set(mergedAway.map((id) => id[0]));
      const names = members
        .map(([id]) => id)
        .sort()
        .map((id) => (away.has(id) ? `(${id})` : `${id}`));
      return `${names.join(',')} as ${rootId[0]}${isDeleted ? ', deleted' : ''}`;
    })
    .sort();
}

const news = fc.array(
  fc.oneof(
    fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => merged(a, b)),
    fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }).map(([person, ...others]) => merged(person!, ...others)),
    fc.nat(9).map(deleted),
  ),
  { maxLength: 8 },
);

describe('Who is one person', () => {
  it('is known by all ids together, each told once however many of them are asked about', () => {
    const members = Array.from({ length: 3 }, (_, n) => idOf(n + 1));
    const people = new Identities([{ rootId: idOf(1), members, mergedAway: [], isDeleted: false }]);
    // Ids as a store answers them are never the same bytes in memory.
    const asked = [...members, ...members, idOf(9)].map((id) => Buffer.from(id));
    expect(people.idsOf(asked).map((id) => id[0])).toEqual([1, 2, 3, 9]);
  });

  it('is whoever merges link, in chains and circles, under the smallest id', () => {
    expect(told([[merged(3, 4), merged(5, 4), merged(3, 5)]])).toEqual(['3,(4),(5) as 3']);
    expect(told([[merged(3, 4)], [merged(1, 2)], [merged(4, 2)]])).toEqual(['1,(2),3,(4) as 1']);
  });

  it('is deleted once anybody of it is', () => {
    expect(told([[deleted(4)], [merged(3, 4)]])).toEqual(['3,(4) as 3, deleted']);
    expect(told([[merged(3, 4)], [deleted(3)]])).toEqual(['3,(4) as 3, deleted']);
  });

  it('stays whoever it was where nothing new is said', () => {
    const known = joinPeople(new Identities([]), [merged(3, 4), deleted(7)]).map(({ now }) => now);
    expect(joinPeople(new Identities(known), [merged(3, 4), merged(4, 4), deleted(7), merged(5)])).toEqual([]);
    expect(told([[merged(3, 4)], [merged(4, 3)]])).toEqual(['(3),(4) as 3']);
  });

  it('is the same in whatever order and batches it is told', () => {
    const retold = news.chain((all) =>
      fc.record({
        all: fc.constant(all),
        told: fc.shuffledSubarray(all, { minLength: all.length }),
        cut: fc.nat(all.length),
      }),
    );
    fc.assert(
      fc.property(retold, ({ all, told: other, cut }) => {
        expect(told([other.slice(0, cut), other.slice(cut)])).toEqual(told([all]));
      }),
      { numRuns: 500 },
    );
  });
});
