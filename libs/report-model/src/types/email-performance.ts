import { MESSAGE_LEVELS, TIME_LEVELS } from '@tallysheet/contract';
import { emailColumns, emailDefaultColumns } from './email-columns';
import type { ReportType } from './report-type';

export const emailPerformance: ReportType = {
  id: 'email-performance',
  label: { en: 'Email performance', fr: 'Performances des e-mails' },
  help: {
    en: 'How each email did, over all the campaigns that sent it.',
    fr: 'Le résultat de chaque e-mail, toutes campagnes confondues.',
  },
  nameLabel: { en: 'Email', fr: 'E-mail' },
  levels: ['asset'],
  groupings: ['program', 'campaign', 'asset', 'domain', ...MESSAGE_LEVELS, ...TIME_LEVELS],
  channel: 'email',
  columns: emailColumns,
  defaultColumns: emailDefaultColumns,
};
