import { peopleMetric } from './people-columns';
import type { ReportType } from './report-type';

export const peoplePerformance: ReportType = {
  id: 'people-performance',
  label: { en: 'People performance', fr: 'Performances des personnes' },
  help: {
    en: 'How many people were added, month by month, or by anything that is known of them.',
    fr: 'Combien de personnes ont été ajoutées, mois par mois, ou selon ce que l’on sait d’elles.',
  },
  nameLabel: { en: 'Created', fr: 'Création' },
  counts: 'people',
  levels: ['month'],
  groupings: ['day', 'week', 'month'],
  channel: null,
  basis: 'created',
  columns: ['people'],
  defaultColumns: ['people'],
  own: [peopleMetric],
};
