import type { exports as en } from '../en/export';

/** Les mots d’un fichier exporté. */
export const exports: Record<keyof typeof en, string> = {
  'export.total': 'Total',
  'level.program': 'Programme',
  'level.campaign': 'Campagne dynamique',
  'level.asset': 'E-mail',
  'level.link': 'Lien',
  'level.domain': 'Domaine du destinataire',
  'row.others': 'Autres',
  'row.no-domain': 'Adresse inconnue',
  'row.malformed-link': 'Adresses mal formées',
};
