import { TallysheetError } from '@tallysheet/contract';
import { looksLike } from '../csv/looks-like';
import { jsonErrorPlace } from './json-error';

/** One JSON document of a file, or a line that is none. `line` is null when the file is one document. */
export type JsonDocument =
  | { line: number | null; kind: 'value'; value: unknown }
  | { line: number; kind: 'broken'; raw: string; isLast: boolean };

/** Some 250 MB: such a file is read whole, and fits in a string. */
const TEXT_LIMIT = 250_000_000;

/**
 * The JSON of a file: one document, or one document a line (NDJSON). The file is read whole. In NDJSON a line that is
 * no JSON costs only itself.
 *
 * Throws `empty-file`, `payload-too-large` {limit} and `not-json` {line, column, near, looksLike}.
 */
export async function readJson(text: AsyncIterable<string>): Promise<JsonDocument[]> {
  const whole = await gather(text);
  if (whole.trim() === '') throw new TallysheetError('empty-file');
  const value = parsed(whole);
  if (value !== undefined) return [{ line: null, kind: 'value', value }];
  return readLines(whole) ?? notJson(whole);
}

async function gather(text: AsyncIterable<string>): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    length += chunk.length;
    if (length > TEXT_LIMIT) throw new TallysheetError('payload-too-large', { limit: TEXT_LIMIT });
    chunks.push(chunk);
  }
  return chunks.join('').replace(/^\ufeff/, '');
}

/** Undefined, which JSON cannot say, when the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Null unless the first line by itself is an object or a list, and others follow. */
function readLines(whole: string): JsonDocument[] | null {
  const lines = whole.split(/\r\n|\r|\n/);
  const filled = lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ text, line: index + 1 }]));
  const first = filled[0];
  if (!first || filled.length < 2 || typeof (parsed(first.text) ?? 0) !== 'object') return null;
  return filled.map(({ text, line }, index) => {
    const value = parsed(text);
    if (value !== undefined) return { line, kind: 'value', value };
    return { line, kind: 'broken', raw: text, isLast: index === filled.length - 1 };
  });
}

function notJson(whole: string): never {
  const place = jsonErrorPlace(whole);
  const line = whole.split(/\r\n|\r|\n/, place.line).at(-1) ?? '';
  const near = line.slice(Math.max(0, place.column - 20), place.column + 20);
  throw new TallysheetError('not-json', { ...place, near, looksLike: looksLike(whole) });
}
