import { MESSAGE_LEVELS, TIME_LEVELS } from '@tallysheet/contract';
import type { MetricId } from '../metrics/registry';
import { deliveryColumns, reactionColumns } from './message-columns';
import type { ReportType } from './report-type';

const columns: readonly MetricId[] = [...deliveryColumns, ...reactionColumns];

export const smsPerformance: ReportType = {
  id: 'sms-performance',
  label: { en: 'SMS performance', fr: 'Performances des SMS' },
  help: {
    en: 'How each text message did: sent, delivered, errors, clicked.',
    fr: 'Le résultat de chaque SMS : envoyés, délivrés, erreurs, cliqués.',
  },
  nameLabel: { en: 'Campaign / SMS', fr: 'Campagne / SMS' },
  levels: ['campaign', 'asset'],
  groupings: ['program', 'campaign', 'asset', ...MESSAGE_LEVELS, ...TIME_LEVELS],
  channel: 'sms',
  columns,
  defaultColumns: columns,
};
