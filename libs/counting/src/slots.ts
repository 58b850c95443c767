import type { Grain } from '@tallysheet/contract';

/** The smallest period of a tally: every zone's offset since 1980 is a multiple of it. */
export const QUARTER_MS = 15 * 60_000;
const HOUR = 4;
const DAY = 24 * HOUR;

/** The quarter hour that holds an instant, counted from 1970 UTC. */
export function quarterOf(at: number): number {
  return Math.floor(at / QUARTER_MS);
}

/** The slot of a coarser grain that holds a quarter hour: its first quarter hour. */
export function slotOf(quarter: number, grain: Grain): number {
  switch (grain) {
    case 'quarter':
      return quarter;
    case 'hour':
      return quarter - (quarter % HOUR);
    case 'day':
      return quarter - (quarter % DAY);
    case 'month': {
      const date = new Date(quarter * QUARTER_MS);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / QUARTER_MS;
    }
    case 'all':
      return 0;
  }
}
