import { type Calendar, DAY, HOUR, MINUTE, type ZoneClock } from '../calendar';
import type { Random } from '../random';

/** How likely people read mail at each hour of their own day; 1 is the busiest. */
export const READING_HOURS = [
  0.05, 0.02, 0.01, 0.01, 0.02, 0.08, 0.35, 0.78, 1, 0.92, 0.8, 0.74, 0.88, 0.84, 0.66, 0.6, 0.64, 0.74, 0.84, 0.88,
  0.96, 0.9, 0.52, 0.18,
] as const;

/** How likely people shop at each hour of their own day. */
export const SHOPPING_HOURS = [
  0.1, 0.04, 0.02, 0.01, 0.02, 0.05, 0.15, 0.3, 0.42, 0.5, 0.55, 0.58, 0.7, 0.66, 0.52, 0.5, 0.52, 0.6, 0.7, 0.84, 1,
  0.98, 0.66, 0.28,
] as const;

/** Sunday first: the web shop is busiest on Sunday evening. */
const WEEK = [1.24, 1.06, 0.96, 0.94, 0.98, 0.9, 0.92] as const;

type Hours = readonly number[];

/** A moment within the day that starts at `midnight` UTC, likelier at the hours when people there are about. */
export function momentOfDay(midnight: number, clock: ZoneClock, hours: Hours, random: Random): number {
  for (;;) {
    const moment = midnight + Math.floor(random.next() * DAY);
    if (random.chance(hours[Math.floor(clock.hourAt(moment))] ?? 0)) return moment;
  }
}

/** When a person gets round to something: not before `earliest`, and rarely in the middle of their night. */
export function whenAwake(earliest: number, clock: ZoneClock, random: Random): number {
  let moment = earliest;
  while (!random.chance(READING_HOURS[Math.floor(clock.hourAt(moment))] ?? 0)) {
    moment += 5 * MINUTE + random.exponential(35 * MINUTE);
  }
  return Math.floor(moment);
}

/** How long a mail lies before it is opened: half of them for hours, a few for weeks. */
export function readingDelay(medianHours: number, random: Random): number {
  const late = random.chance(0.14);
  const delay = late ? 14 * HOUR + random.exponential(2.8 * DAY) : random.logNormal(medianHours * HOUR, 1.25);
  return Math.min(delay, 21 * DAY * random.between(0.8, 1)) + 20_000;
}

/**
 * Spreads a total over days with the shop's weekly rhythm, some luck and a steady growth
 * (0.9: the last day sees 1.9 times as much as the first). Index 0 is the first day of the year.
 */
export function dailyShares(
  calendar: Calendar,
  total: number,
  span: { growth: number; from: number; to: number },
  random: Random,
): number[] {
  const weights: number[] = [];
  for (let day = 0; day <= span.to; day += 1) {
    const progress = (day - span.from) / Math.max(1, span.to - span.from);
    const usual = (WEEK[calendar.weekday(day)] ?? 1) * (1 + span.growth * progress);
    weights.push(day < span.from ? 0 : usual * random.between(0.78, 1.22));
  }
  const sum = weights.reduce((left, right) => left + right, 0);
  let due = 0;
  let done = 0;
  return weights.map((weight) => {
    due += (weight / sum) * total;
    const count = Math.round(due) - done;
    done += count;
    return count;
  });
}
