import { TallysheetError } from '@tallysheet/contract';
import { RecordScanner } from './record-scanner';

export const DELIMITERS = [',', '\t', ';'] as const;

export interface Header {
  delimiter: string;
  names: string[];
}

/** Header names are compared without regard to case, spaces and a byte order mark. */
export function normalizeName(name: string): string {
  return name.replace(/[\s\ufeff]+/g, '').toLowerCase();
}

/**
 * Splits a header line at the delimiter that gives the most of the wanted names, else the most columns. Null when the
 * line cannot be split (its quotes are broken).
 */
export function readHeader(line: string, wanted: Pick<ReadonlySet<string>, 'has'>): Header | null {
  let best: Header | null = null;
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const scanner = new RecordScanner(delimiter);
    if (scanner.scan(line, 0, true) !== 'complete') continue;
    const names = scanner.values.map((name) => name.trim());
    const score = names.filter((name) => wanted.has(normalizeName(name))).length * 1000 + names.length;
    if (score > bestScore) {
      best = { delimiter, names };
      bestScore = score;
    }
  }
  return best;
}

/**
 * Where each column stands in the header, by its canonical name. A column is looked for under the name that `mapping`
 * gives it, else under its own. Throws `duplicate-columns` when a column that is used stands there twice, and
 * `missing-columns` when a required one, or one that the mapping names, does not stand there.
 */
export function resolveColumns<Column extends string>(
  names: readonly string[],
  columns: readonly Column[],
  required: readonly Column[],
  mapping: ReadonlyMap<Column, string>,
): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  const missing: string[] = [];
  const duplicates: string[] = [];
  for (const column of columns) {
    const wanted = mapping.get(column) ?? column;
    const places = placesOf(names, wanted);
    const [place] = places;
    if (places.length > 1) duplicates.push(wanted);
    if (place !== undefined) found[column] = place;
    else if (mapping.has(column) || required.includes(column)) missing.push(wanted);
  }
  if (duplicates.length > 0) throw new TallysheetError('duplicate-columns', { columns: duplicates.join(', ') });
  if (missing.length > 0) {
    throw new TallysheetError('missing-columns', {
      missing: missing.join(', '),
      found: names.join(', ').slice(0, 500),
    });
  }
  return found;
}

function placesOf(names: readonly string[], wanted: string): number[] {
  const name = normalizeName(wanted);
  return names.flatMap((candidate, place) => (normalizeName(candidate) === name ? [place] : []));
}
