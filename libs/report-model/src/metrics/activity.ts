import type { Metric } from './metric';

/** How often campaigns ran, and whom they reached. Both stand at the moment of sending, whatever the period applies to. */
export const activityMetrics = [
  {
    id: 'runCount',
    label: { en: 'Times run', fr: 'Exécutions' },
    help: {
      en: 'Runs that sent, or were to send, anything in the period. What comes without a run is in none, and where none is told the cell is empty; a message that several runs sent is in the first one’s.',
      fr: 'Exécutions qui ont envoyé, ou devaient envoyer, quelque chose sur la période. Ce qui n’indique pas d’exécution n’y figure pas, et la cellule est vide si rien n’en indique ; un message envoyé par plusieurs compte dans la première.',
    },
    unit: 'count',
    rule: { kind: 'distinct', of: 'runs', mayBeUntold: true },
  },
  {
    id: 'peopleProcessed',
    label: { en: 'People processed', fr: 'Personnes traitées' },
    help: {
      en: 'Different people whom the campaign wrote to, or aimed at, in the period. Somebody in several rows counts once in the total; merged people are one.',
      fr: 'Personnes différentes à qui la campagne a écrit, ou qu’elle a visées, sur la période. Qui figure dans plusieurs lignes compte une fois dans le total ; les personnes fusionnées n’en font qu’une.',
    },
    unit: 'count',
    rule: { kind: 'distinct', of: 'people' },
  },
] as const satisfies readonly Metric[];
