import { TIME_LEVELS, type Language, type RowLevel, type Settings, type TimeLevel } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import type { RowSubject } from '../sheet/assemble';
import { breakdownAt } from '../sheet/breakdown-level';
import { firstOfWeek } from './time-frame';

/** What a store tells of a slot in local time: days since 1970, days since Monday, hours. */
export const TIME_PARTS = ['day', 'weekday', 'hour'] as const;
export type TimePart = (typeof TIME_PARTS)[number];
export type LocalTime = Partial<Record<TimePart, number>>;

const MS_OF_DAY = 86_400_000;
const EPOCH = '1970-01-01';
/** That was a Thursday. */
export const EPOCH_WEEKDAY = 3;

export function isTimeLevel(level: string): level is TimeLevel {
  return (TIME_LEVELS as readonly string[]).includes(level);
}

/** Whether rows of both levels can stand in one sheet: links and domains are tallied by the whole day only. */
export function goTogether(a: RowLevel, b: RowLevel): boolean {
  return !(breakdownAt([a, b]) && [a, b].some(isTimeLevel));
}

/** The parts of local time that rows of these levels need; none when no level is one of time. */
export function timePartsOf(levels: readonly string[]): TimePart[] {
  const parts = new Set<TimePart>();
  for (const level of levels.filter(isTimeLevel)) parts.add(level === 'week' || level === 'month' ? 'day' : level);
  // The day tells the weekday as well.
  if (parts.has('day')) parts.delete('weekday');
  return TIME_PARTS.filter((part) => parts.has(part));
}

export interface TimeNames {
  language: Language;
  weekStart: Settings['weekStart'];
}

/** The row of one time level that a local time belongs to. */
export function timeSubject(level: TimeLevel, local: LocalTime, { language, weekStart }: TimeNames): RowSubject {
  const subject = (id: string, name: string, order: number): RowSubject => ({
    ...{ kind: level, id, order, texts: {} },
    // French writes months and weekdays small, but not where a line begins.
    name: name.charAt(0).toLocaleUpperCase(language) + name.slice(1),
  });
  const day = local.day ?? 0;
  switch (level) {
    case 'day':
      return subject(dateOf(day).toString(), words(language, DAY).format(day * MS_OF_DAY), day);
    case 'week': {
      const first = firstOfWeek(dateOf(day), weekStart);
      const last = first.add({ days: 6 });
      return subject(first.toString(), words(language, DATE).formatRange(msOf(first), msOf(last)), msOf(first));
    }
    case 'month': {
      const first = dateOf(day).with({ day: 1 });
      return subject(first.toString().slice(0, 7), words(language, MONTH).format(msOf(first)), msOf(first));
    }
    case 'weekday': {
      const weekday = local.weekday ?? (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
      const date = dateOf(weekday + 7 - EPOCH_WEEKDAY);
      const place = firstOfWeek(date, weekStart).until(date).days;
      return subject(`${weekday + 1}`, words(language, WEEKDAY).format(msOf(date)), place);
    }
    case 'hour': {
      const hour = String(local.hour).padStart(2, '0');
      return subject(hour, `${hour}:00`, local.hour!);
    }
  }
}

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(EPOCH).add({ days: day });
}

function msOf(date: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(EPOCH).until(date).days * MS_OF_DAY;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long' };
/** Where the day stands before the month, as in most of the world. */
const LOCALES: Partial<Record<Language, string>> = { en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();
function words(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found;
}
