import type { CanonicalEvent } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { differences } from '../testing/history-check';
import { withApps } from '../testing/use-app';

const AT = '2024-03-10T12:00:00Z';

/** A list of merges without end, as an import of many reads it. */
const mergesOf = (part: number): CanonicalEvent[] =>
  Array.from({ length: 50 }, (_, n) => {
    const person = `${part}-${n}`;
    return {
      ...{ id: `merge ${person}`, kind: 'personMerged', at: AT },
      ...{ person: { id: person }, mergedPersons: [`old ${person}`] },
    };
  });

describe('A long list of merged people', () => {
  eachStore((store) => {
    it('keeps no batch of events from coming in meanwhile', () =>
      withApps(store, [{}, {}], async (app, other) => {
        const batch = eventsOf(
          ...Array.from({ length: 2000 }, (_, n) =>
            aMessage({ person: `0-${n % 50}`, email: String(n % 7) })
              .sent('2024-03-01 09:00')
              .opened('2024-03-01 10:00'),
          ),
        );
        let isIn = false;
        const taken = app.take(batch).finally(() => (isIn = true));
        for (let part = 0; !isIn; part++) await other.take(mergesOf(part));
        expect((await taken).accepted).toBe(batch.length);
        expect(await differences(app)).toEqual([]);
      }));
  });
});
