import { TIME_LEVELS } from '@tallysheet/contract';
import type { ReportType } from './report-type';

/** Each open and click stands at the hour in which it happened (rule 9). */
export const engagementByHour: ReportType = {
  id: 'engagement-by-hour',
  label: { en: 'Engagement by hour', fr: 'Engagement par heure' },
  help: {
    en: 'On which days of the week and at which hours people open and click.',
    fr: 'Quels jours de la semaine et à quelles heures les destinataires ouvrent et cliquent.',
  },
  nameLabel: { en: 'Weekday / hour', fr: 'Jour / heure' },
  levels: ['weekday', 'hour'],
  groupings: ['program', 'campaign', 'asset', ...TIME_LEVELS],
  channel: 'email',
  basis: 'activity',
  columns: ['opened', 'clicked', 'totalOpens', 'totalClicks'],
  defaultColumns: ['opened', 'clicked', 'totalOpens', 'totalClicks'],
};
