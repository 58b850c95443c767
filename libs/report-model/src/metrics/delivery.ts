import type { Metric } from './metric';

/** How far the messages got: rules 1 to 4 and 8. */
export const deliveryMetrics = [
  {
    id: 'sent',
    label: { en: 'Sent', fr: 'Envoyés' },
    help: {
      en: 'Messages known to have been sent: one per person, email and campaign. Bounced ones included.',
      fr: 'Messages dont l’envoi est connu : un par personne, e-mail et campagne. Retours compris.',
    },
    unit: 'count',
    rule: { kind: 'sum', counter: 'sent', counts: 'messages' },
  },
  {
    id: 'delivered',
    label: { en: 'Delivered', fr: 'Délivrés' },
    help: {
      en: 'Messages accepted by the recipient’s server. An open, a click or a complaint proves a delivery, even after a bounce.',
      fr: 'Messages acceptés par le serveur du destinataire. Une ouverture, un clic ou une plainte prouve la délivrance, même après un retour.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'delivered', counts: 'messages' },
  },
  {
    id: 'deliveredRate',
    label: { en: '% Delivered', fr: '% Délivrés' },
    help: { en: 'Share of sent messages that were delivered.', fr: 'Part des messages envoyés qui ont été délivrés.' },
    unit: 'rate',
    rule: { kind: 'rate', of: 'delivered', over: 'sent' },
  },
  {
    id: 'hardBounced',
    label: { en: 'Hard bounced', fr: 'Renvois définitifs' },
    help: {
      en: 'Messages refused for good, such as an unknown address, and never opened.',
      fr: 'Messages refusés définitivement (hard), par exemple pour une adresse inconnue, et jamais ouverts.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'sum', counter: 'hardBounced', counts: 'messages' },
  },
  {
    id: 'hardBounceRate',
    label: { en: '% Hard bounced', fr: '% Renvois définitifs' },
    help: { en: 'Share of sent messages that hard bounced.', fr: 'Part des messages envoyés refusés définitivement.' },
    unit: 'rate',
    rule: { kind: 'rate', of: 'hardBounced', over: 'sent' },
  },
  {
    id: 'softBounced',
    label: { en: 'Soft bounced', fr: 'Retours temporaires' },
    help: {
      en: 'Messages refused for now, such as a full mailbox, and not delivered since. The workspace’s soft bounce rule decides between a soft bounce and a delivery.',
      fr: 'Messages refusés temporairement (soft), par exemple pour une boîte pleine, et non délivrés depuis. La règle des retours temporaires de l’espace de travail tranche entre retour et délivrance.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'sum', counter: 'softBounced', counts: 'messages' },
  },
  {
    id: 'softBounceRate',
    label: { en: '% Soft bounced', fr: '% Retours temporaires' },
    help: { en: 'Share of sent messages that soft bounced.', fr: 'Part des messages envoyés refusés temporairement.' },
    unit: 'rate',
    rule: { kind: 'rate', of: 'softBounced', over: 'sent' },
  },
  {
    id: 'pending',
    label: { en: 'Pending', fr: 'En attente' },
    help: {
      en: 'Messages sent less than 3 days ago with neither a delivery nor a bounce yet.',
      fr: 'Messages envoyés il y a moins de 3 jours, encore sans délivrance ni retour.',
    },
    unit: 'count',
    rule: { kind: 'sum', counter: 'pendingYoung', counts: 'messages' },
  },
  {
    id: 'aborted',
    label: { en: 'Aborted', fr: 'Abandonnés' },
    help: {
      en: 'Messages sent 3 days ago or more with neither a delivery nor a bounce.',
      fr: 'Messages envoyés il y a 3 jours ou plus, sans délivrance ni retour.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'difference', of: 'pending', minus: 'pendingYoung', counts: 'messages' },
  },
] as const satisfies readonly Metric[];
