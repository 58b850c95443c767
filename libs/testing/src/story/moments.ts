export const MINUTE_MS = 60_000;
export const QUARTER_MS = 15 * MINUTE_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `2024-03-01 10:00`, with seconds or without, as an instant of UTC. */
export function utc(text: string): string {
  const [day = '', clock = '00:00'] = text.split(' ');
  return new Date(`${day}T${clock}Z`).toISOString();
}

/** An instant of UTC in milliseconds as an event carries it. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** So many days before now, as an event carries it. */
export function daysAgo(days: number): string {
  return isoOf(Date.now() - days * DAY_MS);
}
