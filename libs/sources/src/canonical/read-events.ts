import { TallysheetError } from '@tallysheet/contract';
import type { CsvRow } from '../csv/csv-row';
import { rawStart } from '../csv/csv-row';
import { normalizeName, readHeader, resolveColumns } from '../csv/header';
import { looksLike } from '../csv/looks-like';
import { readRows } from '../csv/read-rows';
import { jsonParts, type JsonPart } from '../json/json-parts';
import type { EventReading, EventRow } from '../reading';
import { cellValue, EVENT_COLUMNS } from './event-columns';
import { readCanonicalEvent } from './read-event';

export interface EventOptions {
  /** Header that the file should have → header that it has. */
  mapping?: Record<string, string>;
  now: () => number;
  /** Told the header line of a CSV file. */
  onHeader?: (line: string) => void;
}

const HEADERS = EVENT_COLUMNS.map(({ header }) => header);
const REQUIRED = ['kind', 'at'];

/**
 * Canonical events of a file: a JSON list, NDJSON, or CSV whose headers are the dotted paths. One that cannot be used
 * is given as rejected, and never costs another.
 *
 * Throws for a file that cannot be read at all: `empty-file`, `not-csv`, `duplicate-columns`, `missing-columns`.
 */
export async function* readEvents(text: AsyncIterable<string>, options: EventOptions): AsyncGenerator<EventRow> {
  const { start, whole } = await begun(text);
  if (/^\s*[[{]/.test(start)) yield* readJsonEvents(whole, options.now);
  else yield* readCsvEvents(whole, options);
}

/** Canonical events of a JSON list or of NDJSON. Throws `empty-file`. */
export async function* readJsonEvents(text: AsyncIterable<string>, now: () => number): AsyncGenerator<EventRow> {
  for await (const part of jsonParts(text)) {
    const { line, text: raw } = part;
    yield { line, raw: rawStart(raw), result: readPart(part, (value) => readCanonicalEvent(value, now())) };
  }
}

/** Parses one part and has it read; a part that is no JSON is rejected. */
function readPart({ text, fault }: JsonPart, read: (value: unknown) => EventReading): EventReading {
  if (fault) return { kind: 'rejected', code: fault, field: null, detail: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'rejected', code: 'not-json', field: null, detail: (error as Error).message.slice(0, 200) };
  }
  return read(value);
}

async function* readCsvEvents(text: AsyncIterable<string>, options: EventOptions): AsyncGenerator<EventRow> {
  const mapping = new Map(Object.entries(options.mapping ?? {}));
  const unknown = [...mapping.keys()].find((header) => !HEADERS.includes(header));
  if (unknown !== undefined) throw new TallysheetError('invalid-request', { mapping: unknown });
  let places: Partial<Record<string, number>> = {};
  const batches = readRows(text, (line, start) => {
    const wanted = new Set(HEADERS.map((header) => normalizeName(mapping.get(header) ?? header)));
    const header = readHeader(line, wanted);
    const isKnown = header?.names.some((name) => wanted.has(normalizeName(name))) ?? false;
    if (!header || (!isKnown && looksLike(start) !== 'text')) return null;
    places = resolveColumns(header.names, HEADERS, REQUIRED, mapping);
    options.onHeader?.(line);
    return { delimiter: header.delimiter, width: header.names.length };
  });
  for await (const rows of batches) {
    const now = options.now();
    for (const row of rows) yield { line: row.line, raw: row.raw, result: readRow(row, places, now) };
  }
}

function readRow(row: CsvRow, places: Partial<Record<string, number>>, now: number): EventReading {
  if (row.fault) return { kind: 'rejected', code: row.fault.code, field: null, detail: row.fault.detail };
  const event: Record<string, unknown> = {};
  for (const column of EVENT_COLUMNS) {
    const place = places[column.header];
    const value = place === undefined ? undefined : cellValue(column, row.values[place] ?? '');
    if (value === undefined) continue;
    const [name = '', inner] = column.path;
    if (inner === undefined) event[name] = value;
    else event[name] = { ...(event[name] as object | undefined), [inner]: value };
  }
  return readCanonicalEvent(event, now);
}

/** The start of a text, and all of it. */
async function begun(text: AsyncIterable<string>): Promise<{ start: string; whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  const first: IteratorResult<string>[] = [];
  let start = '';
  while (start.trim() === '') {
    const next = await iterator.next();
    first.push(next);
    if (next.done) break;
    start += next.value;
  }
  async function* whole(): AsyncGenerator<string> {
    for (const each of first) if (!each.done) yield each.value;
    if (first.at(-1)?.done) return;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { start, whole: whole() };
}
