import {
  ATTRIBUTE_NAME_LENGTH,
  CREATED_AT_ATTRIBUTE,
  PERSON_COLUMNS,
  plainHeader,
  TallysheetError,
  usualHeader,
  type PersonColumn,
} from '@tallysheet/contract';
import { normalizeName } from '../csv/header';

/** A column of a file: its place, and its header as it stands there. */
export interface Column {
  place: number;
  header: string;
}

/** Which columns of a file say who is meant, and which say something about them. */
export interface PeopleColumns {
  id: Column | null;
  address: Column | null;
  attributes: (Column & { name: string })[];
}

/** What tells one attribute's name from another's: neither case, nor spaces around it, nor how an accent is encoded. */
export function attributeKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/**
 * Finds the columns of a file of people: those that `mapping` names, else those with a usual header. Every other column
 * with a name is an attribute. Throws `missing-columns`, `duplicate-columns`, `attribute-name-too-long`, and
 * `invalid-request` {mapping} for a mapping of an unknown column.
 */
export function peopleColumns(headers: readonly string[], mapping: Readonly<Record<string, string>>): PeopleColumns {
  const wanted = wantedHeaders(headers, mapping);
  const [id, address] = PERSON_COLUMNS.map((column) => placeOf(headers, wanted.get(column)));
  if (!id && !address) throw missing(PERSON_COLUMNS.join(' / '), headers);
  const attributes = headers.flatMap((header, place) => {
    if (header === '' || place === id?.place || place === address?.place) return [];
    return [{ place, header, name: attributeName(header) }];
  });
  demandDistinct(attributes);
  return { id: id ?? null, address: address ?? null, attributes };
}

function wantedHeaders(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Map<PersonColumn, string> {
  const wanted = new Map<PersonColumn, string>();
  for (const [name, header] of Object.entries(mapping)) {
    const column = PERSON_COLUMNS.find((known) => known === name);
    if (!column) throw new TallysheetError('invalid-request', { mapping: name });
    if (normalizeName(header) === '') continue;
    if (!headers.some((given) => normalizeName(given) === normalizeName(header))) throw missing(header, headers);
    wanted.set(column, header);
  }
  const taken = [...wanted.values()].map(normalizeName);
  const free = headers.filter((header) => !taken.includes(normalizeName(header)));
  for (const column of PERSON_COLUMNS) {
    const usual = wanted.has(column) ? null : usualHeader(column, free);
    if (usual !== null) wanted.set(column, usual);
  }
  return wanted;
}

function placeOf(headers: readonly string[], wanted: string | undefined): Column | null {
  if (wanted === undefined) return null;
  const places = headers.flatMap((header, place) => (normalizeName(header) === normalizeName(wanted) ? [place] : []));
  if (places.length > 1) throw new TallysheetError('duplicate-columns', { columns: wanted });
  const [place] = places;
  return place === undefined ? null : { place, header: headers[place]! };
}

function attributeName(header: string): string {
  const isCreation = plainHeader(header) === plainHeader(CREATED_AT_ATTRIBUTE);
  if (header.length > ATTRIBUTE_NAME_LENGTH) {
    throw new TallysheetError('attribute-name-too-long', { limit: ATTRIBUTE_NAME_LENGTH, start: header.slice(0, 60) });
  }
  return isCreation ? CREATED_AT_ATTRIBUTE : header;
}

function demandDistinct(attributes: readonly { name: string }[]): void {
  const seen = new Set<string>();
  for (const { name } of attributes) {
    if (seen.has(attributeKey(name))) throw new TallysheetError('duplicate-columns', { columns: name });
    seen.add(attributeKey(name));
  }
}

function missing(wanted: string, headers: readonly string[]): TallysheetError {
  return new TallysheetError('missing-columns', { missing: wanted, found: headers.join(', ').slice(0, 500) });
}
