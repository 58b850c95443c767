import type { Metric } from './metric';

/** Clicks by link. A share is of the email that the link is in, within the report's own scope. */
export const linkMetrics = [
  {
    id: 'clicks',
    label: { en: 'Clicks', fr: 'Clics' },
    help: {
      en: 'Clicks on the link, every one of them. Unsubscribe, mail-address and web-version links do not count.',
      fr: 'Clics sur le lien, chacun compte. Les liens de désabonnement, d’adresse e-mail et de page miroir ne comptent pas.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'totalClicks', counts: 'events' },
  },
  {
    id: 'clicksShare',
    label: { en: '% Clicks', fr: '% Clics' },
    help: {
      en: 'Share of the clicks of the row above: of a link among all clicks of its email, of an email among all.',
      fr: 'Part des clics de la ligne au-dessus : d’un lien dans tous les clics de son e-mail, d’un e-mail dans l’ensemble.',
    },
    unit: 'rate',
    rule: { kind: 'share', of: 'clicks' },
  },
  {
    id: 'people',
    label: { en: 'People', fr: 'Personnes' },
    help: {
      en: 'Messages in which the link was clicked at least once. An email’s people are those who clicked any of its links, each counted once.',
      fr: 'Messages dont le lien a été cliqué au moins une fois. Les personnes d’un e-mail sont celles qui ont cliqué un de ses liens, comptées une fois chacune.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'clicked', counts: 'messages' },
  },
  {
    id: 'peopleShare',
    label: { en: '% People', fr: '% Personnes' },
    help: {
      en: 'Share of the people of the row above who clicked this link. Somebody may click several links, so shares can add up to more than 100%. Empty by date of activity.',
      fr: 'Part des personnes de la ligne au-dessus qui ont cliqué ce lien. On peut cliquer plusieurs liens : les parts peuvent dépasser 100 % en tout. Vide par date d’activité.',
    },
    unit: 'rate',
    rule: { kind: 'share', of: 'people' },
    onlyIn: 'sent',
  },
] as const satisfies readonly Metric[];
