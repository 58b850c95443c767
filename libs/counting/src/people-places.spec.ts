import fc from 'fast-check';
import { PeoplePlaces } from './people-places';

const ids = fc.uint8Array({ minLength: 16, maxLength: 16 });
/** Ids that share their first bytes, so that they want the same room of the table. */
const crowded = ids.map((id) => id.fill(7, 0, 12));

describe('Places of people', () => {
  it('are given in the order in which people come, and kept', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(ids, crowded), { maxLength: 40 }), (all) => {
        const places = new PeoplePlaces();
        const known = new Map<string, number>();
        for (const id of all) {
          const text = id.join();
          if (!known.has(text)) known.set(text, known.size);
          expect(places.placeOf(id)).toBe(known.get(text));
        }
        expect(places.size).toBe(known.size);
        for (const id of all) expect(places.placeOf(id)).toBe(known.get(id.join()));
      }),
    );
  });

  it('stay when many more people come than there was room for', () => {
    const places = new PeoplePlaces();
    const idOf = (n: number) => Uint8Array.from({ length: 16 }, (_, index) => (n >> (index * 4)) & 0xff);
    for (let n = 0; n < 5000; n += 1) expect(places.placeOf(idOf(n))).toBe(n);
    for (let n = 0; n < 5000; n += 1) expect(places.placeOf(idOf(n))).toBe(n);
  });

  it('make a set of people of one byte each, with places for those who have none', () => {
    const places = new PeoplePlaces();
    const [ada, ben, cleo] = [1, 2, 3].map((n) => new Uint8Array(16).fill(n));
    places.placeOf(ada!);
    places.placeOf(ben!);
    expect([...places.setOf([cleo!, ben!])]).toEqual([0, 1, 1]);
  });
});
