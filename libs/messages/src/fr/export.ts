import type { exports as en } from '../en/export';

/** Ce que sont les lignes, à l’écran et dans un fichier exporté. */
export const exports: Record<keyof typeof en, string> = {
  'export.total': 'Total',
  'level.program': 'Programme',
  'level.campaignType': 'Type de campagne',
  'level.campaign': 'Campagne dynamique',
  'level.email': 'E-mail',
  'level.sms': 'SMS',
  'level.push': 'Notification push',
  'level.link': 'Lien',
  'level.domain': 'Domaine du destinataire',
  'level.attribute.by-unit':
    '{attribute}, {unit, select, day {par jour} week {par semaine} month {par mois} other {par année}}',
  'level.attribute.by-step': '{attribute}, par {step}',
  'level.attribute': 'Attribut',
  'level.day': 'Jour',
  'level.week': 'Semaine',
  'level.month': 'Mois',
  'level.weekday': 'Jour de la semaine',
  'level.hour': 'Heure de la journée',
  'row.others': 'Autres',
  'row.no-value': 'Sans valeur',
  'row.from-to': 'de {from} à moins de {to}',
  'row.yes': 'Oui',
  'row.no': 'Non',
  'row.batch': 'Par lot',
  'row.trigger': 'Par déclencheur',
  'row.no-domain': 'Adresse inconnue',
  'row.malformed-link': 'Adresses mal formées',
};
