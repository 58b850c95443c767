import fc from 'fast-check';
import { AUDIENCES, EXTREME_IDS, EXTREMES, TALLY_BASES, type Audience, type Counter } from '@tallysheet/contract';
import type { Contribution } from './contribution';
import { QUARTER_MS } from './slots';
import { ContributionColumnsBuilder } from './contribution-columns';
import { countColumns, type ColumnsAsked, type ColumnsCount } from './count-columns';

const DAY = 96;
const FIRST_SLOT = 19_000 * DAY;

interface Message {
  person: number;
  audience: Audience;
  contributions: Contribution[];
}

const offsets = fc.integer({ min: 0, max: QUARTER_MS - 1 });
const slots = fc.integer({ min: FIRST_SLOT, max: FIRST_SLOT + 3 * DAY });

const contributions: fc.Arbitrary<Contribution> = fc
  .record({
    basis: fc.constantFrom(...TALLY_BASES),
    slot: slots,
    sent: fc.option(offsets),
    active: fc.option(fc.tuple(offsets, fc.integer({ min: 0, max: 90 * DAY * QUARTER_MS }))),
    counters: fc.dictionary(fc.constantFrom<Counter>('sent', 'opened', 'totalOpens'), fc.integer({ min: 1, max: 4 })),
  })
  .map(({ basis, slot, sent, active, counters }) => {
    const from = slot * QUARTER_MS;
    const moments = sent === null ? {} : { firstSentAt: from + sent, lastSentAt: from + sent };
    const activity = active && { firstActivityAt: from + active[0], lastActivityAt: from + active[0] + active[1] };
    return { basis, slot, counters, extremes: { ...moments, ...activity } };
  });

const messages: fc.Arbitrary<Message[]> = fc.array(
  fc.record({
    person: fc.integer({ min: 0, max: 5 }),
    audience: fc.constantFrom(...AUDIENCES),
    contributions: fc.array(contributions, { maxLength: 4 }),
  }),
  { maxLength: 25 },
);

const questions: fc.Arbitrary<ColumnsAsked> = fc.record({
  basis: fc.constantFrom(...TALLY_BASES),
  audiences: fc.subarray([...AUDIENCES], { minLength: 1 }),
  from: slots,
  to: slots,
  people: fc.uint8Array({ minLength: 6, maxLength: 6, max: 1 }),
  extremes: fc.subarray(EXTREME_IDS),
});

/** One contribution after the other. */
function oneByOne(all: readonly Message[], asked: ColumnsAsked): Map<number, ColumnsCount> {
  const found = new Map<number, ColumnsCount>();
  for (const { person, audience, contributions: adds } of all) {
    if (asked.people[person] !== 1 || !asked.audiences.includes(audience)) continue;
    for (const { basis, slot, counters, extremes } of adds) {
      if (basis !== asked.basis || slot < asked.from || slot >= asked.to) continue;
      const key = asked.keyOf ? asked.keyOf(slot) : 0;
      const place = found.get(key) ?? { counters: {}, extremes: {} };
      found.set(key, place);
      for (const [id, n] of Object.entries(counters) as [Counter, number][]) {
        place.counters[id] = (place.counters[id] ?? 0) + n;
      }
      for (const id of asked.extremes) {
        const at = extremes[id];
        if (at === undefined) continue;
        const known = place.extremes[id];
        place.extremes[id] = known === undefined ? at : Math[EXTREMES[id]](known, at);
      }
    }
  }
  return found;
}

function columnsOf(all: readonly Message[]) {
  const builder = new ContributionColumnsBuilder();
  for (const { person, audience, contributions: adds } of all) builder.add(person, audience, adds);
  return builder.build();
}

describe('Columns of contributions', () => {
  it('count what the contributions add up to, of any people in any period', () => {
    fc.assert(
      fc.property(messages, questions, (all, asked) => {
        expect(countColumns(columnsOf(all), asked)).toEqual(oneByOne(all, asked));
      }),
      { numRuns: 500 },
    );
  });

  it('count days apart', () => {
    fc.assert(
      fc.property(messages, questions, (all, asked) => {
        const byDay = { ...asked, keyOf: (slot: number) => Math.floor(slot / DAY) };
        expect(countColumns(columnsOf(all), byDay)).toEqual(oneByOne(all, byDay));
      }),
      { numRuns: 500 },
    );
  });

  it('tell who counts', () => {
    fc.assert(
      fc.property(messages, questions, (all, asked) => {
        const seen = new Uint8Array(6);
        countColumns(columnsOf(all), { ...asked, seen });
        for (let person = 0; person < 6; person += 1) {
          const own = all.filter((message) => message.person === person);
          expect(seen[person]).toBe(Number(oneByOne(own, asked).size > 0));
        }
      }),
      { numRuns: 500 },
    );
  });
});
