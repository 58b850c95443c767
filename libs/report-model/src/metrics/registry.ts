import { aboutMetrics } from './about';
import { activityMetrics } from './activity';
import { audienceMetrics } from './audience';
import { deliveryMetrics } from './delivery';
import { linkMetrics } from './links';
import type { Metric } from './metric';
import { programMetrics } from './programs';
import { reactionMetrics } from './reaction';
import { trackedMetrics } from './tracked';

const all = [
  ...deliveryMetrics,
  ...reactionMetrics,
  ...trackedMetrics,
  ...audienceMetrics,
  ...linkMetrics,
  ...activityMetrics,
  ...programMetrics,
  ...aboutMetrics,
] as const;
export type MetricId = (typeof all)[number]['id'];

/** Every metric there is, in the order of the documentation. */
export const METRICS: readonly Metric[] = all;
const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

export function metricById(id: string): Metric | undefined {
  return byId.get(id);
}

/** A metric that is known to exist, because a definition names it. */
export function metric(id: string): Metric {
  const found = byId.get(id);
  if (!found) throw new Error(`No metric ${id}`);
  return found;
}
