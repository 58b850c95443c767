import type { AttributeType } from '@tallysheet/contract';
import { isAbsent } from '../marketo/attributes';
import { readInstant } from '../time/read-instant';

/** One thing known of a person. A date is a day, as ms of its midnight in UTC, or an instant: a day is in no zone. */
export type AttributeValue =
  | { type: 'text'; text: string }
  | { type: 'number'; number: number }
  | { type: 'boolean'; yes: boolean }
  | { type: 'date'; at: number; isDay: boolean };

/** As long as a text fits every store whole, whatever its characters. */
const TEXT_LENGTH = 10_000;
/** Of more digits a number would not come back as it was. */
const DIGITS = 15;

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;
const WORDS = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);
const DIGIT_WORDS = new Map([
  ['1', true],
  ['0', false],
]);

/**
 * Whether a cell says nothing. Only in a text the word `null`, by which exports mean nothing, may be meant; `type` is
 * null where it is not known yet.
 */
export function isEmptyCell(cell: string, type: AttributeType | null): boolean {
  const text = cell.trim();
  return text === '' || (type !== 'text' && isAbsent(text));
}

/** A cell as a value of this type; null when it is none. Texts are kept as they came. */
export function readAttributeValue(type: AttributeType, cell: string): AttributeValue | null {
  const text = cell.trim();
  switch (type) {
    case 'text':
      return cell.length <= TEXT_LENGTH ? { type, text: cell } : null;
    case 'number':
      return NUMBER.test(text) && text.replace(/\D/g, '').length <= DIGITS ? { type, number: Number(text) } : null;
    case 'boolean': {
      const yes = WORDS.get(text.toLowerCase()) ?? DIGIT_WORDS.get(text);
      return yes === undefined ? null : { type, yes };
    }
    case 'date': {
      // Years of fewer digits are placeholders for "never", not dates.
      const isDay = DAY.test(text);
      const at = /^[1-9]/.test(text) ? readInstant(isDay ? `${text}T00:00:00Z` : text) : null;
      return at === null ? null : { type, at, isDay };
    }
  }
}

/** Whether a cell says true or false in words: digits alone may be numbers. */
export function isBooleanWord(cell: string): boolean {
  return WORDS.has(cell.trim().toLowerCase());
}

/** A value as a cell that is read as the same value. */
export function attributeCell(value: AttributeValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number':
      return decimal(value.number);
    case 'boolean':
      return String(value.yes);
    case 'date': {
      const iso = new Date(value.at).toISOString();
      return value.isDay ? iso.slice(0, 10) : iso;
    }
  }
}

/** Without an exponent, which JavaScript writes for small numbers. */
function decimal(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(DIGITS).replace(/0+$/, '') : text;
}
