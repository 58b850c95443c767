import type { reconcile as en } from '../en/reconcile';

/** Un rapport Marketo à côté d’une feuille : ce qui diffère, et pourquoi. */
export const reconcile: Record<keyof typeof en, string> = {
  'reconcile.command': 'Comparer à un export Marketo…',
  'reconcile.drop': 'Déposer pour comparer à cette feuille',
  'reconcile.drop-hint': 'Un rapport Marketo en .xlsx ou en CSV',
  'reconcile.title': 'Comparaison avec {file}',
  'reconcile.close': 'Fermer la comparaison',
  'reconcile.another': 'Autre fichier…',
  'reconcile.working': 'Comparaison',
  'reconcile.failed': 'Le fichier n’a pas pu être comparé',
  'reconcile.summary':
    '{agree, plural, one {# ligne sur {rows, number} concorde} other {# lignes sur {rows, number} concordent}}{differ, plural, =0 {} one {\u00a0; # diffère} other {\u00a0; # diffèrent}}.',
  'reconcile.only-theirs':
    '{count, plural, one {# ligne n’est que dans le fichier} other {# lignes ne sont que dans le fichier}}',
  'reconcile.only-ours': '{count, plural, one {# ligne n’est qu’ici} other {# lignes ne sont qu’ici}}',
  'reconcile.ambiguous':
    '{count, plural, one {# nom convient à plusieurs lignes et n’est pas comparé} other {# noms conviennent à plusieurs lignes et ne sont pas comparés}}',
  'reconcile.unreadable':
    '{count, plural, one {# ligne du fichier est illisible} other {# lignes du fichier sont illisibles}}',
  'reconcile.shown':
    'Les {shown, number} premières lignes sur {rows, number} sont listées, celles qui diffèrent d’abord',
  'reconcile.passed-over': 'Colonnes non comparées\u00a0: {headers}',
  'reconcile.about':
    'Cette feuille\u00a0: {days}, {basis, select, activity {par date d’activité} other {par date d’envoi}}, jours de {timeZone}',
  'reconcile.about-all-time':
    'Cette feuille\u00a0: toutes les dates, {basis, select, activity {par date d’activité} other {par date d’envoi}}',
  'reconcile.only-differences': 'Différences seulement',
  'reconcile.download': 'Télécharger en CSV',
  'reconcile.nothing': 'Toutes les lignes concordent.',
  'reconcile.column': 'Colonne',
  'reconcile.line': 'Ligne du fichier',
  'reconcile.row': 'Ligne',
  'reconcile.group': 'Dans',
  'reconcile.state': 'État',
  'reconcile.ours': 'Ici',
  'reconcile.theirs': 'Marketo',
  'reconcile.difference': 'Écart',
  'reconcile.why': 'Raison',
  'reconcile.total': 'Total',
  'reconcile.state.matched': 'Dans les deux',
  'reconcile.state.only-theirs': 'Seulement dans le fichier',
  'reconcile.state.only-ours': 'Seulement ici',
  'reconcile.state.ambiguous': 'Plusieurs lignes possibles',
  'reconcile.agrees': 'Concorde',
  'reconcile.rule.rounded': 'La même valeur, arrondie',
  'reconcile.rule.follows-counts': 'Le taux de Marketo découle de ses deux nombres, qui diffèrent des nôtres',
  'reconcile.rule.rate-of-all':
    'Marketo divise par tous les messages délivrés\u00a0; ici ceux sans suivi des ouvertures sont écartés',
  'reconcile.rule.pending-with-aborted': 'Marketo compte encore en attente ce qui est sans nouvelles depuis 3 jours',
  'reconcile.rule.counted-earlier':
    'En attente et abandonnés font ensemble le même nombre\u00a0: la copie de Marketo date d’avant la fin des 3 jours',
  'reconcile.rule.bots-counted': 'Marketo compte les ouvertures et clics de machines\u00a0; cette feuille les écarte',
  'reconcile.rule.people-only': 'Marketo écarte les ouvertures et clics de machines\u00a0; cette feuille les compte',
  'reconcile.rule.deleted-counted': 'Marketo compte les personnes supprimées\u00a0; cette feuille les écarte',
  'reconcile.rule.deleted-left-out': 'Marketo écarte les personnes supprimées\u00a0; cette feuille les compte',
  'reconcile.rule.test-sends-counted': 'Marketo compte les envois de test\u00a0; cette feuille les écarte',
  'reconcile.rule.archived-counted': 'Marketo compte ce qui est archivé\u00a0; cette feuille l’écarte',
  'reconcile.rule.no-send-record':
    'Marketo ne compte que les messages avec une trace d’envoi\u00a0; cette feuille compte tous ceux envoyés',
  'reconcile.rule.soft-bounce-wins':
    'Dans Marketo, un retour temporaire prime même si le message est délivré ensuite\u00a0; ici, le dernier événement tranche',
  'reconcile.rule.last-word':
    'Dans Marketo, une délivrance ultérieure annule le retour temporaire\u00a0; ici, le retour temporaire prime',
  'reconcile.rule.repeats-separate':
    'Marketo compte chaque envoi répété\u00a0; ici, les répétitions à une personne font un message',
  'reconcile.rule.repeats-collapsed':
    'Dans Marketo, les répétitions à une personne font un message\u00a0; ici, chaque envoi compte',
  'reconcile.rule.by-activity-date':
    'La période de Marketo est celle de l’activité\u00a0; celle de cette feuille est celle de l’envoi',
  'reconcile.rule.by-send-date':
    'La période de Marketo est celle de l’envoi\u00a0; celle de cette feuille est celle de l’activité',
  'reconcile.rule.time-zone': 'Les jours de Marketo sont ceux de {timeZone}',
  'reconcile.rule.outside-filter': 'Le filtre de cette feuille l’écarte',
  'reconcile.rule.unexplained': 'Inexpliqué\u00a0: aucune règle ne donne exactement ce nombre',
};
