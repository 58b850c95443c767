import { canonicalEventSchema } from '@tallysheet/contract';
import { z } from 'zod';

/** One column of a CSV file of canonical events: its header, the way to the field, and what a text there means. */
export interface EventColumn {
  header: string;
  path: readonly string[];
  type: 'text' | 'boolean' | 'list';
}

/** Every field of a canonical event as a column, its header the dotted path: `campaign.id`, `link.url` … */
export const EVENT_COLUMNS: readonly EventColumn[] = columnsOf(canonicalEventSchema, []);

function columnsOf(schema: z.ZodObject, path: readonly string[]): EventColumn[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner: unknown = field instanceof z.ZodOptional ? field.unwrap() : field;
    const own = [...path, name];
    if (inner instanceof z.ZodObject) return columnsOf(inner, own);
    const type = inner instanceof z.ZodBoolean ? 'boolean' : inner instanceof z.ZodArray ? 'list' : 'text';
    return [{ header: own.join('.'), path: own, type }];
  });
}

const TRUE = new Set(['true', '1', 'yes']);
const FALSE = new Set(['false', '0', 'no']);

/** The value that a cell's text means; undefined for an empty cell. What is no boolean stays text, and is rejected. */
export function cellValue({ type }: EventColumn, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (type) {
    case 'text':
      return trimmed;
    case 'list':
      return trimmed.split(/[\s,;|]+/).filter((part) => part !== '');
    case 'boolean': {
      const word = trimmed.toLowerCase();
      return TRUE.has(word) ? true : FALSE.has(word) ? false : trimmed;
    }
  }
}
