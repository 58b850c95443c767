import type { ReportType } from './report-type';

export const emailLinkPerformance: ReportType = {
  id: 'email-link-performance',
  label: { en: 'Email link performance', fr: 'Performances des liens d’e-mail' },
  help: {
    en: 'Which links of each email were clicked, how often, and by how many.',
    fr: 'Quels liens de chaque e-mail ont été cliqués, combien de fois et par combien de personnes.',
  },
  nameLabel: { en: 'Email / link', fr: 'E-mail / lien' },
  levels: ['asset', 'link'],
  groupings: ['program', 'campaign', 'asset', 'link'],
  channel: 'email',
  sort: [{ columnId: 'clicks', direction: 'desc' }],
  columns: ['clicks', 'clicksShare', 'people', 'peopleShare'],
  defaultColumns: ['clicks', 'clicksShare', 'people', 'peopleShare'],
};
