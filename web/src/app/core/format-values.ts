import type { CellValue, Language, Unit } from '@tallysheet/contract';

/** Minus and missing as they are written in the sheet. */
const MINUS = '\u2212';
export const MISSING = '–';
const NARROW_SPACE = '\u202f';

const MONTHS: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};
const BYTES: Record<Language, readonly string[]> = {
  en: ['B', 'kB', 'MB', 'GB', 'TB'],
  fr: ['o', 'ko', 'Mo', 'Go', 'To'],
};

const numberFormats = new Map<string, Intl.NumberFormat>();
const instantFormats = new Map<string, Intl.DateTimeFormat>();

/** `12,345` or `12 345`, with the true minus. */
export function formatCount(language: Language, n: number): string {
  return decimal(language, n, 0, 0);
}

/** A rate of 0..1 as a percentage: `14.5%` or `14,5 %`. */
export function formatRate(language: Language, rate: number, digits = 1): string {
  return percent(language, decimal(language, rate * 100, digits, digits));
}

/** A cell's value as the sheet shows it; – where there is no denominator. */
export function formatValue(language: Language, value: CellValue, unit: Unit, timeZone: string): string {
  if (value === null) return MISSING;
  if (unit === 'count' && typeof value === 'number') return formatCount(language, value);
  if (unit === 'rate' && typeof value === 'number') return formatRate(language, value);
  if (unit === 'points' && typeof value === 'number') return `${decimal(language, value * 100, 1, 1)}\u00a0pts`;
  if (unit === 'number' && typeof value === 'number') return decimal(language, value, 0, 2);
  if (unit === 'instant') return formatInstant(language, String(value), timeZone);
  return String(value);
}

/** How a number changed, with its sign: `+12`, `−3.5%`, `+1.2 pts`, and 0 without one. */
export function formatChange(language: Language, value: CellValue, unit: Unit): string {
  const written = formatValue(language, value, unit, 'UTC');
  return typeof value === 'number' && value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** A cell's value in full: a rate as the number it is, an instant to the second. */
export function formatExact(language: Language, value: CellValue, unit: Unit, timeZone: string): string {
  if ((unit === 'rate' || unit === 'points') && typeof value === 'number') return decimal(language, value, 0, 8);
  if (unit === 'instant' && value !== null) {
    const parts = instantParts(String(value), timeZone);
    return `${dayOf(language, parts)}, ${parts['hour']}:${parts['minute']}:${parts['second']}`;
  }
  return formatValue(language, value, unit, timeZone);
}

/** A calendar day, `YYYY-MM-DD`, in words: `21 Nov 2026` or `21 nov. 2026`. */
export function formatDay(language: Language, day: string): string {
  const { year, month, date } = splitDay(day);
  return `${date} ${monthOf(language, month)} ${year}`;
}

/** Two days, both included, saying month and year only once where they are the same: `24 Aug – 21 Nov 2026`. */
export function formatDayRange(language: Language, from: string, to: string): string {
  if (from === to) return formatDay(language, from);
  const start = splitDay(from);
  const end = splitDay(to);
  if (start.year !== end.year) return `${formatDay(language, from)} – ${formatDay(language, to)}`;
  const first = start.month === end.month ? `${start.date}` : `${start.date} ${monthOf(language, start.month)}`;
  return `${first} – ${formatDay(language, to)}`;
}

/** An instant as day and time in a zone: `21 Nov 2026, 14:32`. */
export function formatInstant(language: Language, iso: string, timeZone: string): string {
  const parts = instantParts(iso, timeZone);
  return `${dayOf(language, parts)}, ${parts['hour']}:${parts['minute']}`;
}

/** The time of day of an instant in a zone, to the second: `14:32:05`. */
export function formatClock(iso: string, timeZone: string): string {
  const parts = instantParts(iso, timeZone);
  return `${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

/** A file's size: `1.4 MB` or `1,4 Mo`. */
export function formatBytes(language: Language, bytes: number): string {
  const units = BYTES[language];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${decimal(language, size, 0, digits)}\u00a0${units[unit]}`;
}

function decimal(language: Language, n: number, least: number, most: number): string {
  const id = `${language}:${least}:${most}`;
  let found = numberFormats.get(id);
  if (!found) {
    found = new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most });
    numberFormats.set(id, found);
  }
  // −0.04 rounds to −0, which is written 0.
  const written = found.format(n);
  return /[1-9]/.test(written) ? written.replace('-', MINUS) : written.replace('-', '');
}

function percent(language: Language, written: string): string {
  return language === 'fr' ? `${written}${NARROW_SPACE}%` : `${written}%`;
}

function monthOf(language: Language, month: number): string {
  return MONTHS[language][month - 1] ?? '';
}

function splitDay(day: string): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

function dayOf(language: Language, parts: Record<string, string>): string {
  return `${Number(parts['day'])} ${monthOf(language, Number(parts['month']))} ${parts['year']}`;
}

function instantParts(iso: string, timeZone: string): Record<string, string> {
  let found = instantFormats.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    instantFormats.set(timeZone, found);
  }
  return Object.fromEntries(found.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
}
