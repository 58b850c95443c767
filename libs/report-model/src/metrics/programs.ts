import type { Metric } from './metric';

/** Whom a program reached and won, and what it cost: what is divided is divided after adding up. */
export const programMetrics = [
  {
    id: 'members',
    label: { en: 'Members', fr: 'Membres' },
    help: {
      en: 'Different people to whom the program’s campaigns sent anything in the period. A member of several programs counts once in the total; merged people are one.',
      fr: 'Personnes différentes à qui les campagnes du programme ont envoyé quelque chose sur la période. Un membre de plusieurs programmes compte une fois dans le total ; les personnes fusionnées n’en font qu’une.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'distinct', of: 'members' },
  },
  {
    id: 'newNames',
    label: { en: 'New names', fr: 'Nouveaux noms' },
    help: {
      en: 'People whom the program brought in during the period: who were created in it, or, where no source tells of that, were first heard of in it.',
      fr: 'Personnes que le programme a amenées sur la période : créées par lui ou, si aucune source ne le dit, dont le premier événement vient de lui.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'sum', counter: 'newNames', counts: 'people' },
  },
  {
    id: 'successes',
    label: { en: 'Successes', fr: 'Succès' },
    help: {
      en: 'Different people who first reached a status of success in the program during the period. The program says which statuses those are, else each event does.',
      fr: 'Personnes différentes qui ont atteint pour la première fois un statut de succès dans le programme sur la période. Le programme dit quels statuts en sont, sinon chaque événement.',
    },
    unit: 'count',
    better: 'more',
    rule: { kind: 'distinct', of: 'successes' },
  },
  {
    id: 'totalCost',
    label: { en: 'Total cost', fr: 'Coût total' },
    help: {
      en: 'The costs entered for the months of the program. A month’s cost stands on its first day, whole; empty where none is entered.',
      fr: 'Les coûts saisis pour les mois du programme. Le coût d’un mois compte en entier à son premier jour ; vide si rien n’est saisi.',
    },
    unit: 'number',
    rule: { kind: 'sum', counter: 'cost', counts: 'money' },
  },
  {
    id: 'costPerMember',
    label: { en: 'Cost per member', fr: 'Coût par membre' },
    help: { en: 'What each member cost.', fr: 'Ce qu’a coûté chaque membre.' },
    unit: 'number',
    better: 'less',
    rule: { kind: 'rate', of: 'totalCost', over: 'members' },
  },
  {
    id: 'costPerNewName',
    label: { en: 'Cost per new name', fr: 'Coût par nouveau nom' },
    help: { en: 'What each new name cost.', fr: 'Ce qu’a coûté chaque nouveau nom.' },
    unit: 'number',
    better: 'less',
    rule: { kind: 'rate', of: 'totalCost', over: 'newNames' },
  },
  {
    id: 'costPerSuccess',
    label: { en: 'Cost per success', fr: 'Coût par succès' },
    help: { en: 'What each success cost.', fr: 'Ce qu’a coûté chaque succès.' },
    unit: 'number',
    better: 'less',
    rule: { kind: 'rate', of: 'totalCost', over: 'successes' },
  },
] as const satisfies readonly Metric[];
