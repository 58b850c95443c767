import { personIdOf } from '../ingest/incoming';
import { PersonSet } from './person-set';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => personIdOf(`${prefix}${n}`));

describe('A set of people', () => {
  it('has those that were put in, each once, and nobody else', () => {
    const people = ids('in', 5000);
    const set = new PersonSet([...people, ...people.slice(0, 100)]);
    expect(set.size).toBe(5000);
    expect(people.every((id) => set.has(id))).toBe(true);
    expect(ids('out', 5000).some((id) => set.has(id))).toBe(false);
    const hexOf = (all: Iterable<Uint8Array>) => [...all].map((id) => Buffer.from(id).toString('hex')).sort();
    expect(hexOf(set)).toEqual(hexOf(people));
  });

  it('tells those apart whose ids begin alike', () => {
    const alike = (last: number) => Buffer.from([...Array<number>(15).fill(7), last]);
    const set = new PersonSet([alike(1), alike(2)]);
    expect([1, 2, 3].map((last) => set.has(alike(last)))).toEqual([true, true, false]);
  });

  it('of nobody is empty', () => {
    const set = new PersonSet([]);
    expect([set.size, set.has(personIdOf('ada')), [...set]]).toEqual([0, false, []]);
  });
});
