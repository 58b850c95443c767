import { daysInMonth, makeDay, type Day } from './days';

/** What somebody typed as a date: the day, or why it is none. */
export type TypedDay =
  { day: Day } | { error: 'not-a-date' } | { error: 'month-too-short'; year: number; month: number; length: number };

/**
 * Reads a date as people write it: 24 Aug 2026, 24/8/2026, 24.08.26, 2026-08-24, in the language's month names
 * or their beginnings. The day stands before the month; a year is asked for, so that none is ever guessed.
 * Years before `firstYear` are none: no event is older than 1980.
 */
export function parseDay(text: string, language: string, firstYear = 1980): TypedDay {
  const read = readDay(text, language);
  if ('error' in read || Number(read.day.slice(0, 4)) >= firstYear) return read;
  return { error: 'not-a-date' };
}

function readDay(text: string, language: string): TypedDay {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = plain(text)
    .split(/[\s./,-]+/)
    .filter((part) => part !== '');
  if (parts.length !== 3) return { error: 'not-a-date' };
  const named = parts.findIndex((part) => /^\p{L}/u.test(part));
  const [first, second, last] = parts as [string, string, string];
  if (named === -1) return checked(yearOf(last), Number(second), Number(first));
  const month = monthNumber(parts[named] ?? '', language);
  const dayText = named === 0 ? second : first;
  return named === 2 ? { error: 'not-a-date' } : checked(yearOf(last), month, Number.parseInt(dayText, 10));
}

function checked(year: number, month: number, dayOfMonth: number): TypedDay {
  if (!(year >= 1000 && year <= 9999) || !(month >= 1 && month <= 12) || !(dayOfMonth >= 1))
    return { error: 'not-a-date' };
  const day = makeDay(year, month, dayOfMonth);
  return day === null ? { error: 'month-too-short', year, month, length: daysInMonth(year, month) } : { day };
}

function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : Number.NaN;
}

/** The month whose name begins so in the language, without regard to case and accents; NaN when none or several do. */
function monthNumber(text: string, language: string): number {
  if (text.length < 3) return Number.NaN;
  const matches = monthNames(language).filter((name) => name.startsWith(text));
  return matches.length === 1 ? monthNames(language).indexOf(matches[0] ?? '') + 1 : Number.NaN;
}

function monthNames(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => plain(format.format(Date.UTC(2026, month, 1))));
}

function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
