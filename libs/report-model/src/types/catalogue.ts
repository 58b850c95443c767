import type { CatalogueColumn, Language, ReportTypeInfo } from '@tallysheet/contract';
import type { Distinct, Localized, Metric } from '../metrics/metric';
import { metric } from '../metrics/registry';
import { missingAt } from '../sheet/breakdown-level';
import { REPORT_TYPES } from './registry';
import { addsUp, metricIn, timeBasesOf, type ReportType } from './report-type';

const COUNTED = {
  messages: { en: 'Number of messages', fr: 'Nombre de messages' },
  events: { en: 'Number of events', fr: 'Nombre d’événements' },
  people: { en: 'Number of people', fr: 'Nombre de personnes' },
  money: { en: 'Sum of amounts', fr: 'Somme des montants' },
} as const;

const PEOPLE: Localized = {
  en: 'Number of different people, counted anew for each total',
  fr: 'Nombre de personnes différentes, recompté pour chaque total',
};
const DISTINCT: Record<Distinct, Localized> = {
  runs: {
    en: 'Number of different runs, counted anew for each total',
    fr: 'Nombre d’exécutions différentes, recompté pour chaque total',
  },
  people: PEOPLE,
  members: PEOPLE,
  successes: PEOPLE,
};

/** Report types and their columns as a caller of one language reads them. */
export function catalogue(language: Language): ReportTypeInfo[] {
  return REPORT_TYPES.map((type) => ({
    id: type.id,
    label: type.label[language],
    help: type.help[language],
    nameLabel: type.nameLabel[language],
    channel: type.channel,
    rowLevels: [...type.levels],
    groupings: [...type.groupings],
    counts: type.counts ?? 'messages',
    addsUp: addsUp(type),
    timeBases: timeBasesOf(type),
    columns: type.columns.map((id) => catalogueColumn(type, metricIn(type, id), language)),
  }));
}

function catalogueColumn(type: ReportType, metric: Metric, language: Language): CatalogueColumn {
  return {
    id: metric.id,
    label: metric.label[language],
    unit: metric.unit,
    help: metric.help[language],
    rule: ruleText(metric, language),
    default: type.defaultColumns.some((id) => id === metric.id),
    better: betterOf(metric),
    parts: metric.rule.kind === 'rate' ? { of: metric.rule.of, over: metric.rule.over } : null,
    missingAt: [...missingAt(metric)],
  };
}

function betterOf({ better, rule }: Metric): CatalogueColumn['better'] {
  return better ?? (rule.kind === 'rate' ? betterOf(metric(rule.of)) : null);
}

/** A metric's rule in symbols, such as "Opened ÷ Delivered". Empty for text and instants, which need none. */
export function ruleText({ rule }: Metric, language: Language): string {
  switch (rule.kind) {
    case 'share':
      return shareText(metric(rule.of).label[language], language);
    case 'rate':
      return `${metric(rule.of).label[language]} ÷ ${metric(rule.over).label[language]}`;
    case 'distinct':
      return DISTINCT[rule.of][language];
    case 'sum':
    case 'difference':
    case 'added':
      return COUNTED[rule.counts][language];
    default:
      return '';
  }
}

/** French repeats the word: "those" has a gender. */
function shareText(counted: string, language: Language): string {
  return language === 'en' ? `${counted} ÷ those of the row above` : `${counted} ÷ ${counted} de la ligne au-dessus`;
}
