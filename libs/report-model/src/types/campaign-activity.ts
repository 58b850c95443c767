import type { ReportType } from './report-type';

/** What no sender tells, such as people in a wait step, is no column of it. */
export const campaignActivity: ReportType = {
  id: 'campaign-activity',
  label: { en: 'Campaign activity', fr: 'Activité des campagnes' },
  help: {
    en: 'How often each smart campaign ran, how many people it reached, and when they last reacted.',
    fr: 'Combien de fois chaque campagne dynamique s’est exécutée, combien de personnes elle a touchées, et leur dernière réaction.',
  },
  nameLabel: { en: 'Smart campaign', fr: 'Campagne dynamique' },
  levels: ['campaign'],
  groupings: ['program', 'campaignType', 'campaign'],
  channel: null,
  columns: ['runCount', 'peopleProcessed', 'lastActivityAt'],
  defaultColumns: ['runCount', 'peopleProcessed', 'lastActivityAt'],
};
