import {
  OTHER_PERIOD,
  TIME_LEVELS,
  type Language,
  type RowLevel,
  type Settings,
  type TimeLevel,
  type Trend,
} from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import type { RowSubject } from '../sheet/assemble';
import { breakdownAt } from '../sheet/breakdown-level';
import { isMessageLevel } from '../sheet/message-level';
import { isTrend, periodId, periodStart } from './periods';
import { firstOfWeek } from './time-frame';
import { formatOf } from './time-words';

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

/** Whether rows of both levels can stand in one sheet: links and domains are tallied by campaign, asset and whole day only. */
export function goTogether(a: RowLevel, b: RowLevel): boolean {
  return !(breakdownAt([a, b]) && [a, b].some((level) => isTimeLevel(level) || isMessageLevel(level)));
}

/** The parts of local time that rows of these levels need; none when no level is one of time. */
export function timePartsOf(levels: readonly string[]): TimePart[] {
  const parts = new Set<TimePart>();
  for (const level of levels.filter(isTimeLevel)) parts.add(isTrend(level) ? 'day' : level);
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
      return subject(dateOf(day).toString(), formatOf(language, DAY).format(day * MS_OF_DAY), day);
    case 'week': {
      const first = periodStart(level, dateOf(day), weekStart);
      const last = first.add({ days: 6 });
      return subject(
        periodId(level, first),
        formatOf(language, DATE).formatRange(msOf(first), msOf(last)),
        msOf(first),
      );
    }
    case 'month': {
      const first = periodStart(level, dateOf(day), weekStart);
      return subject(periodId(level, first), formatOf(language, MONTH).format(msOf(first)), msOf(first));
    }
    case 'weekday': {
      const weekday = local.weekday ?? (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
      const date = dateOf(weekday + 7 - EPOCH_WEEKDAY);
      const place = firstOfWeek(date, weekStart).until(date).days;
      return subject(`${weekday + 1}`, formatOf(language, WEEKDAY).format(msOf(date)), place);
    }
    case 'hour': {
      const hour = String(local.hour).padStart(2, '0');
      return subject(hour, `${hour}:00`, local.hour!);
    }
  }
}

/**
 * The row of one's own period that a day, week or month of the other stands in, called as one's own. Where one's own has no
 * such place the other's has a row of its own, after all others.
 */
export function subjectBeside(
  level: Trend,
  local: LocalTime,
  place: Temporal.PlainDate | null,
  names: TimeNames,
): RowSubject {
  const other = timeSubject(level, local, names);
  if (place === null) return { ...other, id: `${OTHER_PERIOD}${other.id}`, order: other.order! + LAST };
  return { ...timeSubject(level, { day: msOf(place) / MS_OF_DAY }, names), beside: other.name };
}

/** Behind the order of every day. */
const LAST = 1e15;

/** The date of a day that is told as so many since 1970. */
export function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(EPOCH).add({ days: day });
}

function msOf(date: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(EPOCH).until(date).days * MS_OF_DAY;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long' };
