import type { AttributeType } from '@tallysheet/contract';
import type { AttributeValue } from '@tallysheet/sources';
import type { SqlValue } from '../database/store';

/** The columns of `person_attribute` in which a value stands, in their order. */
export const VALUE_COLUMNS = ['number_value', 'is_day', 'text_value', 'long_text'] as const;

export interface StoredValue {
  number_value: number | null;
  is_day: number;
  text_value: string | null;
  long_text: string | null;
}

/** What `text_value` holds of a text. */
const INDEXED_LENGTH = 128;

/** A value as its columns. */
export function storedColumns(value: AttributeValue): SqlValue[] {
  switch (value.type) {
    case 'text': {
      const { text } = value;
      return text.length <= INDEXED_LENGTH ? [null, 0, text, null] : [null, 0, startOf(text), text];
    }
    case 'number':
      return [value.number, 0, null, null];
    case 'boolean':
      return [Number(value.yes), 0, null, null];
    case 'date':
      return [value.at, Number(value.isDay), null, null];
  }
}

/** The value that stands in the columns of an attribute of this type. */
export function valueOf(type: AttributeType, row: StoredValue): AttributeValue {
  const number = Number(row.number_value);
  switch (type) {
    case 'text':
      return { type, text: row.long_text ?? row.text_value ?? '' };
    case 'number':
      return { type, number };
    case 'boolean':
      return { type, yes: number === 1 };
    case 'date':
      return { type, at: number, isDay: row.is_day === 1 };
  }
}

/** Half a character at the end would not be stored as it is. */
function startOf(text: string): string {
  const start = text.slice(0, INDEXED_LENGTH);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}
