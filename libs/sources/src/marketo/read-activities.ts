import { TallysheetError } from '@tallysheet/contract';
import type { CsvRow } from '../csv/csv-row';
import { normalizeName, readHeader, resolveColumns } from '../csv/header';
import { looksLike } from '../csv/looks-like';
import { readRows } from '../csv/read-rows';
import { ACTIVITY_COLUMNS, type Activity, type ActivityColumn } from './activity';
import type { EventReading, EventRow } from '../reading';
import { isAbsent } from './attributes';
import { readActivity } from './read-activity';

export interface ActivityOptions {
  /** Canonical column name → name of that column in the file, for files with renamed headers. */
  mapping?: Record<string, string>;
  now: () => number;
  /** Told the header line of the file. */
  onHeader?: (line: string) => void;
}

const REQUIRED = ['leadId', 'activityDate', 'activityTypeId'] as const;
const BY_NAME = new Map(ACTIVITY_COLUMNS.map((column) => [normalizeName(column), column]));

type Places = Partial<Record<ActivityColumn, number>>;

/**
 * Rows of a Marketo Bulk Activity Extract, as they stand in the file: comma, tab or semicolon, any line ends, columns
 * in any order. A row that cannot be read is given as rejected; it never costs another row.
 *
 * Throws for a file that cannot be read at all: `empty-file`; `not-csv` {looksLike, start}; `duplicate-columns`
 * {columns}; `missing-columns` {missing, found}; `invalid-request` {mapping} for a mapping of an unknown column. A text
 * that ends with `bad-gzip` gives the rows before it and then one rejected `file-ends-early`.
 */
export async function* readMarketoActivities(
  text: AsyncIterable<string>,
  options: ActivityOptions,
): AsyncGenerator<EventRow> {
  const mapping = readMapping(options.mapping ?? {});
  let names: string[] = [];
  let places: Places = {};
  const batches = readRows(text, (line, start) => {
    const wanted = new Set(ACTIVITY_COLUMNS.map((column) => normalizeName(mapping.get(column) ?? column)));
    const header = readHeader(line, wanted);
    const isKnown = header?.names.some((name) => wanted.has(normalizeName(name))) ?? false;
    if (!header || (!isKnown && looksLike(start) !== 'text')) return null;
    names = header.names;
    places = resolveColumns(names, ACTIVITY_COLUMNS, REQUIRED, mapping);
    options.onHeader?.(line);
    return { delimiter: header.delimiter, width: names.length };
  });
  for await (const rows of batches) {
    const now = options.now();
    for (const row of rows) yield { line: row.line, raw: row.raw, result: readRow(row, places, names, now) };
  }
}

function readRow(row: CsvRow, places: Places, names: readonly string[], now: number): EventReading {
  if (row.fault) return { kind: 'rejected', code: row.fault.code, field: null, detail: row.fault.detail };
  const result = readActivity(activityOf(row, places), now);
  const lacksAssets = result.kind === 'rejected' && result.code === 'missing-asset';
  // Not one message of this file can be read: that is one fault of the file, not a million of its rows.
  if (lacksAssets && places.primaryAttributeValueId === undefined) {
    throw new TallysheetError('missing-columns', { missing: 'primaryAttributeValueId', found: names.join(', ') });
  }
  return result;
}

function activityOf(row: CsvRow, places: Places): Activity {
  const valueOf = (place: number | undefined): string | undefined => {
    if (place === undefined) return undefined;
    const value = row.values[place]?.trim() ?? '';
    return isAbsent(value) ? undefined : value;
  };
  return {
    marketoGUID: valueOf(places.marketoGUID),
    leadId: valueOf(places.leadId),
    activityDate: valueOf(places.activityDate),
    activityTypeId: valueOf(places.activityTypeId),
    campaignId: valueOf(places.campaignId),
    primaryAttributeValueId: valueOf(places.primaryAttributeValueId),
    primaryAttributeValue: valueOf(places.primaryAttributeValue),
    attributes: valueOf(places.attributes),
    actionResult: valueOf(places.actionResult),
  };
}

/** The columns that are really called otherwise in the file. */
function readMapping(mapping: Record<string, string>): Map<ActivityColumn, string> {
  const renamed = new Map<ActivityColumn, string>();
  for (const [name, header] of Object.entries(mapping)) {
    const column = BY_NAME.get(normalizeName(name));
    if (column === undefined) throw new TallysheetError('invalid-request', { mapping: name });
    const isRenamed = normalizeName(header) !== '' && normalizeName(header) !== normalizeName(column);
    if (isRenamed) renamed.set(column, header);
  }
  return renamed;
}
