import {
  CREATED_AT_ATTRIBUTE,
  PERSON_COLUMNS,
  usualHeader,
  type AttributeType,
  type RejectCode,
} from '@tallysheet/contract';
import type { CsvRow } from '../csv/csv-row';
import { normalizeName, readHeader } from '../csv/header';
import { looksLike } from '../csv/looks-like';
import { readRows } from '../csv/read-rows';
import { isAbsent } from '../marketo/attributes';
import { peopleColumns, type Column, type PeopleColumns } from './people-columns';
import { TypeGuess } from './type-guess';

const SAMPLE_ROWS = 1000;
/** Rows may be long: no more than so many characters are held back for the sample. */
const SAMPLE_CHARACTERS = 10_000_000;
const ID_LENGTH = 128;
const ADDRESS_LENGTH = 320;

export interface PeopleOptions {
  /** `person.id` or `person.address` → the header that the file has for it. */
  mapping?: Record<string, string>;
  /** Told the header line of the file. */
  onHeader?: (line: string) => void;
}

/** An attribute as its column shows it; `type` is null when none of the first rows has a value. */
export interface AttributeColumn {
  name: string;
  header: string;
  type: AttributeType | null;
}

/** One row of a file of people. `cells` are as they came, one for each of the file's attributes. */
export interface PersonRow {
  line: number;
  raw: string;
  result:
    | { kind: 'person'; person: { id?: string; address?: string }; cells: string[] }
    | { kind: 'rejected'; code: RejectCode; field: string | null; detail: string };
}

export interface PeopleFile {
  attributes: AttributeColumn[];
  rows: AsyncIterable<PersonRow>;
}

/**
 * Reads a table of people: who is meant by id or address, and what is said of them in all other columns. The types of
 * these are judged by the first thousand rows.
 *
 * Throws for a file that cannot be read at all: `empty-file`, `not-csv`, `missing-columns`, `duplicate-columns`,
 * `attribute-name-too-long`.
 */
export async function readPeople(text: AsyncIterable<string>, options: PeopleOptions = {}): Promise<PeopleFile> {
  const mapping = options.mapping ?? {};
  const mapped = new Set(Object.values(mapping).map(normalizeName));
  const isWanted = (name: string) => mapped.has(normalizeName(name)) || isUsual(name);
  let columns: PeopleColumns = { id: null, address: null, attributes: [] };
  const batches = readRows(text, (line, start) => {
    const header = readHeader(line, { has: isWanted });
    if (!header || (!header.names.some(isWanted) && looksLike(start) !== 'text')) return null;
    columns = peopleColumns(header.names, mapping);
    options.onHeader?.(line);
    return { delimiter: header.delimiter, width: header.names.length };
  });
  const sample = await firstRows(batches);
  const attributes = columns.attributes.map((column): AttributeColumn => {
    const { name, header } = column;
    return { name, header, type: typeOf(column, sample.rows) };
  });
  async function* rows(): AsyncGenerator<PersonRow> {
    for await (const row of sample.all()) {
      // In a table of one column, a blank line is a row by its width; there is nothing in it.
      if (row.fault !== null || row.raw.trim() !== '') yield personRow(row, columns);
    }
  }
  return { attributes, rows: rows() };
}

const isUsual = (name: string): boolean => PERSON_COLUMNS.some((column) => usualHeader(column, [name]) !== null);

/** The first rows, and all of them. A fault on the way to the first rows is thrown after they were given. */
async function firstRows(batches: AsyncGenerator<CsvRow[]>) {
  const rows: CsvRow[] = [];
  let characters = 0;
  let fault: { error: unknown } | null = null;
  try {
    while (rows.length < SAMPLE_ROWS && characters < SAMPLE_CHARACTERS) {
      const next = await batches.next();
      if (next.done) break;
      rows.push(...next.value);
      characters += next.value.reduce((sum, { raw }) => sum + raw.length, 0);
    }
  } catch (error) {
    // Nothing was read yet: the file itself is at fault.
    if (rows.length === 0) throw error;
    fault = { error };
  }
  async function* all(): AsyncGenerator<CsvRow> {
    try {
      yield* rows;
      if (fault) throw fault.error;
      for await (const batch of batches) yield* batch;
    } finally {
      await batches.return(undefined);
    }
  }
  return { rows: rows.slice(0, SAMPLE_ROWS), all };
}

function typeOf({ place, name, header }: Column & { name: string }, sample: readonly CsvRow[]): AttributeType | null {
  if (name === CREATED_AT_ATTRIBUTE) return 'date';
  const guess = new TypeGuess(header);
  for (const { values, fault } of sample) if (fault === null) guess.see(values[place] ?? '');
  return guess.type;
}

function personRow({ line, raw, values, fault }: CsvRow, { id, address, attributes }: PeopleColumns): PersonRow {
  const rejected = (code: RejectCode, field: string | null, detail: string): PersonRow => {
    return { line, raw, result: { kind: 'rejected', code, field, detail: detail.slice(0, 200) } };
  };
  if (fault) return rejected(fault.code, null, fault.detail);
  const person: { id?: string; address?: string } = {};
  for (const [key, column, length] of [['id', id, ID_LENGTH] as const, ['address', address, ADDRESS_LENGTH] as const]) {
    const value = column === null ? '' : (values[column.place] ?? '').trim();
    if (value.length > length) return rejected('invalid-field', column!.header, value);
    if (!isAbsent(value)) person[key] = value;
  }
  if (person.id === undefined && person.address === undefined) {
    return rejected('missing-person', (id ?? address)!.header, '');
  }
  return { line, raw, result: { kind: 'person', person, cells: attributes.map(({ place }) => values[place] ?? '') } };
}
