import { peopleMetric } from './people-columns';
import type { ReportType } from './report-type';

export const peopleByStatus: ReportType = {
  id: 'people-by-status',
  label: { en: 'People by status', fr: 'Personnes par statut' },
  help: {
    en: 'How many people were added each month, and the status they have now.',
    fr: 'Combien de personnes ont été ajoutées chaque mois, et leur statut actuel.',
  },
  nameLabel: { en: 'Created / status', fr: 'Création / statut' },
  counts: 'people',
  levels: ['month', { attribute: 'Status' }],
  groupings: ['day', 'week', 'month'],
  channel: null,
  basis: 'created',
  columns: ['people'],
  defaultColumns: ['people'],
  own: [peopleMetric],
};
