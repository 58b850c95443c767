import type { Metric } from './metric';

/** The two whole numbers behind the open rate; shown beside it, not offered as columns. */
export const trackedMetrics = [
  {
    id: 'openedTracked',
    label: { en: 'Opened', fr: 'Ouverts' },
    help: { en: 'Opened messages with open tracking.', fr: 'Messages ouverts avec suivi des ouvertures.' },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'openedTracked', counts: 'messages' },
  },
  {
    id: 'deliveredTracked',
    label: { en: 'Delivered', fr: 'Délivrés' },
    help: { en: 'Delivered messages with open tracking.', fr: 'Messages délivrés avec suivi des ouvertures.' },
    unit: 'count',
    rule: { kind: 'sum', counter: 'deliveredTracked', counts: 'messages' },
  },
] as const satisfies readonly Metric[];
