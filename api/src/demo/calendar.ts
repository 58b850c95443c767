import { Temporal } from 'temporal-polyfill';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How many days the demo workspace looks back, the last day included. */
export const DAYS = 365;

/** The clock of one time zone: its offsets are looked up once, because every event asks for the local hour. */
export class ZoneClock {
  private readonly changes: { at: number; offset: number }[] = [];

  constructor(zone: string, from: number, to: number) {
    let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    for (;;) {
      this.changes.push({ at: moment.epochMilliseconds, offset: moment.offsetNanoseconds / 1e6 });
      const next = moment.getTimeZoneTransition('next');
      if (!next || next.epochMilliseconds > to) return;
      moment = next;
    }
  }

  offsetAt(instant: number): number {
    let offset = this.changes[0]?.offset ?? 0;
    for (const change of this.changes) {
      if (change.at > instant) break;
      offset = change.offset;
    }
    return offset;
  }

  /** The local time of day, in hours with a fraction: 8.5 is half past eight. */
  hourAt(instant: number): number {
    return ((((instant + this.offsetAt(instant)) % DAY) + DAY) % DAY) / HOUR;
  }

  /** The instant at which this zone's clock shows the given hour on the given calendar day. */
  instantOn(utcMidnight: number, hour: number): number {
    const local = utcMidnight + hour * HOUR;
    return local - this.offsetAt(local - this.offsetAt(local));
  }
}

/** The year that the demo shows: `DAYS` days up to and including the last one, cut at its end in UTC. */
export class Calendar {
  readonly start: number;
  readonly end: number;
  private readonly clocks = new Map<string, ZoneClock>();

  constructor(lastDay: string) {
    this.end = Date.parse(`${lastDay}T00:00:00Z`) + DAY;
    if (Number.isNaN(this.end)) throw new RangeError(`No calendar day: ${lastDay}`);
    this.start = this.end - DAYS * DAY;
  }

  get year(): number {
    return new Date(this.end - DAY).getUTCFullYear();
  }

  /** UTC midnight of the day with this number; 0 is the first, `DAYS - 1` the last. */
  midnight(day: number): number {
    return this.start + day * DAY;
  }

  /** 0 is Sunday. */
  weekday(day: number): number {
    return new Date(this.midnight(day)).getUTCDay();
  }

  clock(zone: string): ZoneClock {
    let clock = this.clocks.get(zone);
    if (!clock) {
      clock = new ZoneClock(zone, this.start - 2 * DAY, this.end + 2 * DAY);
      this.clocks.set(zone, clock);
    }
    return clock;
  }
}
