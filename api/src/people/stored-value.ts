import type { AttributeType } from '@tallysheet/contract';
import { plainName } from '@tallysheet/report-model';
import type { AttributeValue } from '@tallysheet/sources';
import type { SqlValue } from '../database/store';

/** The columns of `person_attribute` in which a value stands, in their order. */
export const VALUE_COLUMNS = ['number_value', 'is_day', 'text_value'] as const;
/** All that is written of a value: with what is made of it, so that stores compare texts alike. */
export const WRITTEN_COLUMNS = [...VALUE_COLUMNS, 'text_key'] as const;

export interface StoredValue {
  number_value: number | null;
  is_day: number;
  text_value: string | null;
}

/** A text as texts are compared: without regard to case, accents and the spaces around it. Never much longer. */
export function textKey(text: string): string {
  return plainName(text).normalize('NFC').trim();
}

/** A value as its columns, `WRITTEN_COLUMNS`. */
export function storedColumns(value: AttributeValue): SqlValue[] {
  switch (value.type) {
    case 'text':
      return [null, 0, value.text, textKey(value.text)];
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
      return { type, text: row.text_value ?? '' };
    case 'number':
      return { type, number };
    case 'boolean':
      return { type, yes: number === 1 };
    case 'date':
      return { type, at: number, isDay: row.is_day === 1 };
  }
}
