import type { Metric } from '../metrics/metric';

/** In a report on people they are counted themselves, not their messages. */
export const peopleMetric: Metric = {
  id: 'people',
  label: { en: 'People', fr: 'Personnes' },
  help: {
    en: 'People created in the period: when a source says so, else as imported, else when they were first heard of. Merged people are one.',
    fr: 'Personnes créées sur la période : à la date qu’indique une source, sinon à la date importée, sinon à leur premier événement. Les personnes fusionnées n’en font qu’une.',
  },
  unit: 'count',
  better: 'more',
  rule: { kind: 'sum', counter: 'people', counts: 'people' },
};
