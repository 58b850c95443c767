import type { Metric } from './metric';

/** Who was meant to get a message, and what failed (rules 2 and 8). */
export const audienceMetrics = [
  {
    id: 'toDeliver',
    label: { en: 'To deliver', fr: 'À diffuser' },
    help: {
      en: 'Messages that were to be sent: all that were aimed at, but for those that a rule took out.',
      fr: 'Messages à envoyer : toute l’audience visée, sauf ceux qu’une règle a écartés.',
    },
    unit: 'count',
    rule: { kind: 'difference', of: 'initial', minus: 'rejected', counts: 'messages' },
  },
  {
    id: 'errors',
    label: { en: 'Errors', fr: 'Erreurs' },
    help: {
      en: 'Messages that hard or soft bounced.',
      fr: 'Messages refusés, définitivement ou temporairement.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'added', counters: ['hardBounced', 'softBounced'], counts: 'messages' },
  },
  {
    id: 'errorRate',
    label: { en: '% Errors', fr: '% Erreurs' },
    help: { en: 'Share of sent messages that bounced.', fr: 'Part des messages envoyés qui ont été refusés.' },
    unit: 'rate',
    rule: { kind: 'rate', of: 'errors', over: 'sent' },
  },
  {
    id: 'impressions',
    label: { en: 'Impressions', fr: 'Impressions' },
    help: {
      en: 'Push messages that were shown on a device.',
      fr: 'Notifications affichées sur un appareil.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'impressions', counts: 'messages' },
  },
] as const satisfies readonly Metric[];
