import { metric } from './registry';

/** Whether a metric, or a part of it, counts messages: what counts once in each of two rows counts once in both together. */
export function countsMessages(id: string): boolean {
  const { rule } = metric(id);
  switch (rule.kind) {
    case 'sum':
    case 'difference':
    case 'added':
      return rule.counts === 'messages';
    case 'rate':
      return countsMessages(rule.of) || countsMessages(rule.over);
    case 'share':
      return countsMessages(rule.of);
    default:
      return false;
  }
}
