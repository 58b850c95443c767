import type { RowLevel } from '@tallysheet/contract';
import { metric, type MetricId } from '../metrics/registry';
import { missingAt } from '../sheet/breakdown-level';
import { plainName } from '../sheet/plain-name';
import type { ReportType } from '../types/report-type';

/** A column of names: of the level that its header tells, or (`any`) of whichever level the row is. */
export type NameLevel = Extract<RowLevel, 'program' | 'campaign' | 'asset' | 'link'> | 'any';

/** What a column of an export holds. */
export type ExportColumn = { header: string } & (
  { kind: 'name'; level: NameLevel } | { kind: 'metric'; id: MetricId } | { kind: 'other' }
);

/** What Marketo calls a metric in its exports, beside what we call it ourselves. */
const MARKETO_NAMES: Partial<Record<MetricId, readonly string[]>> = {
  clicked: ['Clicked', 'Clicked Email', 'E-mail cliqué', 'Cliqués'],
  clickRate: ['% Clicked Email', '% Clicked Link', '% E-mail cliqué', '% Cliqués'],
  clickToOpenRate: [
    'Clicked to Open Ratio',
    'Clicked to Opened Ratio',
    'Click to Open Ratio',
    'Click to Open %',
    'Ratio clics/ouvertures',
    'Taux de clics/ouvertures',
  ],
  hardBounceRate: ['% Hard Bounced'],
  softBounceRate: ['% Soft Bounced'],
};

const LEVEL_NAMES: Record<NameLevel, readonly string[]> = {
  program: ['Program Name', 'Program', 'Nom du programme', 'Programme'],
  campaign: [
    'Campaign Name',
    'Campaign',
    'Smart Campaign',
    'Smart Campaign Name',
    'Nom de la campagne',
    'Campagne',
    'Campagne dynamique',
  ],
  asset: ['Email Name', 'Email', 'Asset Name', 'Nom de l’e-mail', 'Nom de l’email', 'E-mail', 'SMS', 'Push message'],
  link: ['Link', 'Link Name', 'URL', 'Lien'],
  any: ['Name', 'Nom', 'Campaign / Email', 'Campagne / e-mail', 'Email / link', 'E-mail / lien'],
};

/** Headers are compared without regard to case, accents, punctuation and what stands in brackets, such as a time zone. */
function headerKey(header: string): string {
  return plainName(header.replace(/\([^)]*\)/g, '')).replace(/[^a-z0-9%]+/g, '');
}

const levelByKey = new Map(
  Object.entries(LEVEL_NAMES).flatMap(([level, names]) =>
    names.map((name) => [headerKey(name), level as NameLevel] as const),
  ),
);

function metricsByKey(type: ReportType): Map<string, MetricId> {
  const found = new Map<string, MetricId>();
  for (const id of type.columns) {
    const { label } = metric(id);
    for (const name of [...Object.values(label), ...(MARKETO_NAMES[id] ?? [])]) found.set(headerKey(name), id);
  }
  return found;
}

/** Tells whether a header is one that a report of this type may have. */
export function knownHeader(type: ReportType): (header: string) => boolean {
  const metrics = metricsByKey(type);
  return (header) => levelByKey.has(headerKey(header)) || metrics.has(headerKey(header));
}

/**
 * What the columns of an export hold, each thing once. Numbers that the sheet's rows do not count, dates and texts are
 * not compared.
 */
export function exportColumns(
  headers: readonly string[],
  type: ReportType,
  levels: readonly RowLevel[],
): ExportColumn[] {
  const metrics = metricsByKey(type);
  const seen = new Set<string>();
  return headers.map((header): ExportColumn => {
    const key = headerKey(header);
    const level = levelByKey.get(key);
    const id = metrics.get(key);
    const isNew = (what: string) => !seen.has(what) && !!seen.add(what);
    if (level && isNew(level)) return { header, kind: 'name', level };
    if (id && isCounted(id, levels) && isNew(id)) return { header, kind: 'metric', id };
    return { header, kind: 'other' };
  });
}

function isCounted(id: MetricId, levels: readonly RowLevel[]): boolean {
  const { unit } = metric(id);
  const missing: readonly RowLevel[] = missingAt(metric(id));
  return (unit === 'count' || unit === 'rate') && !levels.some((level) => missing.includes(level));
}
