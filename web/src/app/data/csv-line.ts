/** How the first line of a table says that its rows are to be read. */
export interface TableHead {
  delimiter: string;
  names: string[];
}

/** A field's place in the text of a row. */
export interface Field {
  start: number;
  end: number;
}

/** The first line of a table, split by the delimiter that gives the most columns; null when there is none. */
export function readHead(text: string): TableHead | null {
  const line = /^\ufeff?\s*([^\r\n]+)/.exec(text)?.[1];
  if (!line) return null;
  const heads = [',', '\t', ';'].map((delimiter) => ({
    delimiter,
    names: splitFields(line, delimiter).map(({ start, end }) => unquote(line.slice(start, end))),
  }));
  return heads.reduce((best, head) => (head.names.length > best.names.length ? head : best));
}

/** Where the fields of a row stand in its text, quotes included. A quote that never closes takes the rest. */
export function splitFields(row: string, delimiter: string): Field[] {
  const fields: Field[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const character = row[at];
    if (character === '"' && (quoted || at === start)) quoted = !quoted;
    else if (character === delimiter && !quoted) {
      fields.push({ start, end: at });
      start = at + 1;
    }
  }
  return [...fields, { start, end: row.length }];
}

function unquote(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')
    .trim();
}
