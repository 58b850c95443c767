import type { MetricId } from '../metrics/registry';
import type { ReportType } from './report-type';

const columns: readonly MetricId[] = [
  'members',
  'newNames',
  'successes',
  'totalCost',
  'costPerMember',
  'costPerNewName',
  'costPerSuccess',
];

export const programPerformance: ReportType = {
  id: 'program-performance',
  label: { en: 'Program performance', fr: 'Performances des programmes' },
  help: {
    en: 'Whom each program reached, brought in and won, and what each of them cost.',
    fr: 'Qui chaque programme a touché, amené et gagné, et ce que chacun a coûté.',
  },
  nameLabel: { en: 'Program', fr: 'Programme' },
  counts: 'programs',
  levels: ['program'],
  groupings: ['program'],
  channel: null,
  columns,
  defaultColumns: columns,
};
