import { readInstant } from '../time/read-instant';

/**
 * An instant as senders write it, in ms since 1970: ISO 8601, also with a blank for the `T` or before the zone, and with
 * a zone of hours only. Null when it is none, or when it has no zone.
 */
export function instantOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const iso = text
    .replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
    .replace(/ (?=[+-]\d\d)/, '')
    .replace(/([+-]\d\d)$/, (zone, _hours, offset: number) => (offset > 10 ? `${zone}:00` : zone));
  return readInstant(iso);
}
