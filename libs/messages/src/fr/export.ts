import type { exports as en } from '../en/export';

/** Les mots d’un fichier exporté. */
export const exports: Record<keyof typeof en, string> = {
  'export.total': 'Total',
  'export.campaign': 'Campagne dynamique',
  'export.email': 'E-mail',
};
