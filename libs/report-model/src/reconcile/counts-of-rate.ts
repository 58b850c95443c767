import { metric, type MetricId } from '../metrics/registry';

/** The two counts that another tool divides: no other one tells messages with open tracking apart. */
export function countsOfRate(id: string): { of: MetricId; over: MetricId } | null {
  const { rule } = metric(id);
  return rule.kind === 'rate' ? { of: plainCount(rule.of), over: plainCount(rule.over) } : null;
}

function plainCount(id: string): MetricId {
  return id.replace(/Tracked$/, '') as MetricId;
}
