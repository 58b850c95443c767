import type { MetricId } from '../metrics/registry';

/** How far text and push messages got. */
export const deliveryColumns: readonly MetricId[] = [
  'toDeliver',
  'sent',
  'delivered',
  'deliveredRate',
  'errors',
  'errorRate',
];

/** What people did with them. */
export const reactionColumns: readonly MetricId[] = ['clicked', 'clickRate', 'totalClicks', 'unsubscribed'];
