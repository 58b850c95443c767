import type { RowLevel } from '@tallysheet/contract';
import type { Metric } from '../metrics/metric';

const BREAKDOWN_LEVELS = ['link', 'domain'] as const satisfies RowLevel[];
export type BreakdownLevel = (typeof BREAKDOWN_LEVELS)[number];

/** The one of these levels that a message may count under in several rows, or in one that its campaign does not tell. */
export function breakdownAt(levels: readonly string[]): BreakdownLevel | null {
  return BREAKDOWN_LEVELS.find((level) => levels.includes(level)) ?? null;
}

/** The levels by which a metric is not counted: first and last instants are kept by campaign and asset only. */
export function missingAt({ rule }: Metric): readonly BreakdownLevel[] {
  return rule.kind === 'extreme' ? BREAKDOWN_LEVELS : [];
}
