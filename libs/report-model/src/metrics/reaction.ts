import type { Metric } from './metric';

/** What people did with the messages: rules 5 to 8. */
export const reactionMetrics = [
  {
    id: 'opened',
    label: { en: 'Opened', fr: 'Ouverts' },
    help: {
      en: 'Messages opened at least once. A click, a forward or an unsubscribe counts as an open.',
      fr: 'Messages ouverts au moins une fois. Un clic, un transfert ou un désabonnement compte comme une ouverture.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'opened', counts: 'messages' },
  },
  {
    id: 'openRate',
    label: { en: '% Opened', fr: '% Ouverts' },
    help: {
      en: 'Share of delivered messages that were opened. Only messages with open tracking are in it.',
      fr: 'Part des messages délivrés qui ont été ouverts. Seuls les messages avec suivi des ouvertures y figurent.',
    },
    unit: 'rate',
    rule: { kind: 'rate', of: 'openedTracked', over: 'deliveredTracked' },
  },
  {
    id: 'clicked',
    label: { en: 'Clicked link', fr: 'Lien cliqué' },
    help: {
      en: 'Messages with at least one click on a tracked link. Unsubscribe, mail-address and web-version links do not count.',
      fr: 'Messages avec au moins un clic sur un lien suivi. Les liens de désabonnement, d’adresse e-mail et de version web ne comptent pas.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'clicked', counts: 'messages' },
  },
  {
    id: 'clickRate',
    label: { en: '% Clicked', fr: '% Lien cliqué' },
    help: {
      en: 'Share of delivered messages with at least one click.',
      fr: 'Part des messages délivrés avec au moins un clic.',
    },
    unit: 'rate',
    rule: { kind: 'rate', of: 'clicked', over: 'delivered' },
  },
  {
    id: 'clickToOpenRate',
    label: { en: 'Click to open', fr: 'Clics / ouvertures' },
    help: {
      en: 'Share of opened messages with at least one click.',
      fr: 'Part des messages ouverts avec au moins un clic.',
    },
    unit: 'rate',
    rule: { kind: 'rate', of: 'clicked', over: 'opened' },
  },
  {
    id: 'unsubscribed',
    label: { en: 'Unsubscribed', fr: 'Désabonnés' },
    help: {
      en: 'Messages from which an unsubscribe was completed. A click on the unsubscribe link alone does not count.',
      fr: 'Messages à partir desquels un désabonnement a abouti. Un simple clic sur le lien de désabonnement ne compte pas.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'sum', counter: 'unsubscribed', counts: 'messages' },
  },
  {
    id: 'unsubscribeRate',
    label: { en: '% Unsubscribed', fr: '% Désabonnés' },
    help: {
      en: 'Share of delivered messages that led to an unsubscribe.',
      fr: 'Part des messages délivrés ayant mené à un désabonnement.',
    },
    unit: 'rate',
    rule: { kind: 'rate', of: 'unsubscribed', over: 'delivered' },
  },
  {
    id: 'complained',
    label: { en: 'Complained', fr: 'Plaintes' },
    help: {
      en: 'Messages reported as spam. They stay delivered.',
      fr: 'Messages signalés comme indésirables. Ils restent délivrés.',
    },
    unit: 'count',
    better: 'less',
    rule: { kind: 'sum', counter: 'complained', counts: 'messages' },
  },
  {
    id: 'complaintRate',
    label: { en: '% Complained', fr: '% Plaintes' },
    help: {
      en: 'Share of delivered messages reported as spam.',
      fr: 'Part des messages délivrés signalés comme indésirables.',
    },
    unit: 'rate',
    rule: { kind: 'rate', of: 'complained', over: 'delivered' },
  },
  {
    id: 'forwarded',
    label: { en: 'Forwarded', fr: 'Transférés' },
    help: {
      en: 'Messages passed on through the forward link.',
      fr: 'Messages transmis par le lien de transfert.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'forwarded', counts: 'messages' },
  },
  {
    id: 'totalOpens',
    label: { en: 'Total opens', fr: 'Total des ouvertures' },
    help: {
      en: 'All opens, each one counted. Opens implied by a click are not in it.',
      fr: 'Toutes les ouvertures, chacune comptée. Celles qu’implique un clic n’y figurent pas.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'totalOpens', counts: 'events' },
  },
  {
    id: 'totalClicks',
    label: { en: 'Total clicks', fr: 'Total des clics' },
    help: {
      en: 'All clicks on tracked links, each one counted.',
      fr: 'Tous les clics sur des liens suivis, chacun compté.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'totalClicks', counts: 'events' },
  },
  {
    id: 'firstActivityAt',
    label: { en: 'First activity', fr: 'Première activité' },
    help: {
      en: 'The earliest open, click, unsubscribe, complaint or forward.',
      fr: 'La première ouverture, le premier clic, désabonnement, transfert ou la première plainte.',
    },
    unit: 'instant',
    rule: { kind: 'extreme', extreme: 'firstActivityAt' },
  },
  {
    id: 'lastActivityAt',
    label: { en: 'Last activity', fr: 'Dernière activité' },
    help: {
      en: 'The latest open, click, unsubscribe, complaint or forward.',
      fr: 'La dernière ouverture, le dernier clic, désabonnement, transfert ou la dernière plainte.',
    },
    unit: 'instant',
    rule: { kind: 'extreme', extreme: 'lastActivityAt' },
  },
] as const satisfies readonly Metric[];
