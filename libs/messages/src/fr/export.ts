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
  'level.day': 'Jour',
  'level.week': 'Semaine',
  'level.month': 'Mois',
  'level.weekday': 'Jour de la semaine',
  'level.hour': 'Heure de la journée',
  'row.others': 'Autres',
  'row.batch': 'Par lot',
  'row.trigger': 'Par déclencheur',
  'row.no-domain': 'Adresse inconnue',
  'row.malformed-link': 'Adresses mal formées',
};
