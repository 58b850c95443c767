import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayTeller } from './day-teller';

const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'];
/** Changes of the clocks, and a day that was skipped. */
const EDGES = ['2024-03-10T07:00Z', '2024-11-03T06:00Z', '2011-12-30T10:00Z', '1970-01-01T00:00Z', '2024-04-06T15:00Z'];

describe('The day at an instant', () => {
  it('is the one on the zone’s calendar, in whatever order one asks', () => {
    const instants = fc.oneof(
      fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2040, 0) }),
      fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: -2, max: 2 })).map(([edge, by]) => Date.parse(edge) + by),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.array(instants, { minLength: 1 }), (timeZone, all) => {
        const dayOf = dayTeller(timeZone);
        for (const at of all) {
          const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
          expect(dayOf(at)).toBe(Temporal.PlainDate.from('1970-01-01').until(date).days);
        }
      }),
    );
  });
});
