import { levelId } from '@tallysheet/contract';
import type { Metric } from '../metrics/metric';
import { ruleText } from '../types/catalogue';
import { REPORT_TYPES } from '../types/registry';
import { metricIn } from '../types/report-type';

/** The page of documentation that lists every column, made from the definitions so that it cannot say otherwise. */
export function metricsMarkdown(): string {
  const metrics = new Set(REPORT_TYPES.flatMap((type) => type.columns.map((id) => metricIn(type, id))));
  return [
    '# Metrics',
    '',
    'Every column of every report: what it counts, and what it is divided by. A message is one person × one email × one',
    'smart campaign. Rates are 0..1, divided after adding up, and empty where the denominator is 0. This page is made from',
    'the definitions in `libs/report-model/src/metrics` by `npm run docs`.',
    '',
    '| Column | English | French | Rule | Unit | What it counts |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...metrics].map(line),
    '',
    '## Report types',
    '',
    ...REPORT_TYPES.flatMap((type) => [
      `- **${type.label.en}** (\`${type.id}\`, *${type.label.fr}*): ${type.help.en} Rows: ${type.levels.map(levelId).join(' → ')}.`,
    ]),
    '',
  ].join('\n');
}

function line(each: Metric): string {
  const cells = [`\`${each.id}\``, each.label.en, each.label.fr, ruleText(each, 'en'), each.unit, each.help.en];
  return `| ${cells.join(' | ')} |`;
}
