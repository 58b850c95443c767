import { MESSAGE_LEVELS, TIME_LEVELS } from '@tallysheet/contract';
import { emailColumns, emailDefaultColumns } from './email-columns';
import type { ReportType } from './report-type';

export const campaignEmailPerformance: ReportType = {
  id: 'campaign-email-performance',
  label: { en: 'Campaign email performance', fr: 'Performances des e-mails par campagne' },
  help: {
    en: 'How each smart campaign did, with its emails beneath: sent, delivered, bounced, opened, clicked.',
    fr: 'Le résultat de chaque campagne dynamique, avec ses e-mails en dessous : envoyés, délivrés, retours, ouverts, cliqués.',
  },
  nameLabel: { en: 'Campaign / email', fr: 'Campagne / e-mail' },
  levels: ['campaign', 'asset'],
  groupings: ['program', 'campaign', 'asset', 'domain', ...MESSAGE_LEVELS, ...TIME_LEVELS],
  channel: 'email',
  columns: emailColumns,
  defaultColumns: emailDefaultColumns,
};
