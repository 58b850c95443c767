import { MESSAGE_LEVELS, TIME_LEVELS } from '@tallysheet/contract';
import type { MetricId } from '../metrics/registry';
import { deliveryColumns, reactionColumns } from './message-columns';
import type { ReportType } from './report-type';

const columns: readonly MetricId[] = [...deliveryColumns, 'impressions', 'opened', ...reactionColumns];

export const pushPerformance: ReportType = {
  id: 'push-performance',
  label: { en: 'Push performance', fr: 'Performances des notifications push' },
  help: {
    en: 'How each push message did: sent, delivered, shown, opened, clicked.',
    fr: 'Le résultat de chaque notification push : envoyées, délivrées, affichées, ouvertes, cliquées.',
  },
  nameLabel: { en: 'Campaign / push', fr: 'Campagne / push' },
  levels: ['campaign', 'asset'],
  groupings: ['program', 'campaign', 'asset', ...MESSAGE_LEVELS, ...TIME_LEVELS],
  channel: 'push',
  columns,
  defaultColumns: columns,
};
