import type { sheetNotes as en } from '../en/sheet-notes';

/** Ce qu’une feuille dit de ses propres chiffres. */
export const sheetNotes: Record<keyof typeof en, string> = {
  'note.no-send-record':
    '{count, plural, =0 {Chaque message a une trace d’envoi} one {# message sans trace d’envoi\u00a0; son premier événement en tient lieu} other {# messages sans trace d’envoi\u00a0; leur premier événement en tient lieu}}',
  'note.repeat-sends-collapsed':
    '{count, plural, one {# envoi répété compte avec le premier} other {# envois répétés comptent avec le premier}}',
  'note.repeat-key-missing':
    '{count, plural, one {# message ne dit pas à quel envoi il appartient} other {# messages ne disent pas à quel envoi ils appartiennent}}',
  'note.rates-mix-cohorts':
    'Par date d’activité\u00a0: les taux comparent ce qui s’est passé sur la période, pas les mêmes messages',
  'note.links-by-first-click':
    'Par date d’activité : une personne compte sous un lien le jour de son premier clic sur celui-ci',
  'note.row-limit': '{shown} lignes sur {all} sont affichées ; le total les compte toutes',
  'note.archived-left-out':
    '{count, plural, one {# message d’éléments archivés n’est pas compté} other {# messages d’éléments archivés ne sont pas comptés}}',
  'note.latest-send': 'Dernier envoi ici\u00a0: {at}',
};
