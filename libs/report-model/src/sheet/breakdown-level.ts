import type { RowLevel } from '@tallysheet/contract';

const BREAKDOWN_LEVELS = ['link', 'domain'] as const satisfies RowLevel[];
export type BreakdownLevel = (typeof BREAKDOWN_LEVELS)[number];

/** The one of these levels that a message may count under in several rows, or in one that its campaign does not tell. */
export function breakdownAt(levels: readonly RowLevel[]): BreakdownLevel | null {
  return BREAKDOWN_LEVELS.find((level) => levels.includes(level)) ?? null;
}
