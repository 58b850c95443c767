import { DAY_MS, HOUR_MS, QUARTER_MS } from '@tallysheet/testing';

/** The calendar day, `2024-03-10`, that a zone's clocks show, as the platform's own tables tell it. */
export function localDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** When a day begins in a zone: the first quarter hour whose local day is not before it. */
export function startOfDay(day: string, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const utcMidnight = Date.parse(`${day}T00:00Z`);
  let at = utcMidnight - 16 * HOUR_MS;
  while (format.format(at) < day) at += QUARTER_MS;
  return at;
}

/** So many calendar days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
