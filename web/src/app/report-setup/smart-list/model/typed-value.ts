import type { AttributeType, Language } from '@tallysheet/contract';
import { formatDay } from '../../../core/format-values';
import { parseDay } from '../../time-frame/typed-day';
import type { Scalar } from './operators';

/** People are born, and things begin, long before any email. */
const FIRST_YEAR = 1000;

/** A value as somebody typed it, read as its attribute's type; null when it is none. */
export function parseValue(text: string, type: AttributeType, language: Language): string | number | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (type === 'number') return parseNumber(typed, language);
  if (type !== 'date') return typed;
  const read = parseDay(typed, language, FIRST_YEAR);
  return 'day' in read ? read.day : null;
}

/** A value as it stands in a field, ready to be typed on: what is no value stays as it was typed. */
export function writeValue(value: Scalar, type: AttributeType, language: Language): string {
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value);
  const text = String(value);
  return type === 'date' && isDay(text) ? formatDay(language, text.slice(0, 10)) : text;
}

/** Whether a value can be used for a type as it is. */
export function fits(value: Scalar, type: AttributeType): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && value.trim() !== '' && (type === 'text' || isDay(value));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}

function parseNumber(typed: string, language: Language): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  const decimal = language === 'fr' ? plain.replace(',', '.') : plain.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(decimal) ? Number(decimal) : null;
}
