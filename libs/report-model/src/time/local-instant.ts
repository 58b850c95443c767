import { Temporal } from 'temporal-polyfill';

/** An instant as the clocks of a zone show it, with its offset: `2026-03-01T14:06:20+01:00`. */
export function localInstant(iso: string, timeZone: string): string {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone);
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
