import type { Grain } from '@tallysheet/contract';
import { Temporal } from 'temporal-polyfill';
import type { Block } from './blocks';
import { EPOCH_WEEKDAY, type LocalTime } from './time-levels';

/** A run of tally slots in which a zone's clocks are ahead of UTC by the same number of quarter hours. */
export interface LocalRun extends Block {
  offset: number;
  /** The same for telling the day, where clocks that went back over midnight show an hour of the day before again. */
  dayOffset: number;
}

const QUARTER_MS = 15 * 60_000;
/** The grains of which a day or an hour of a zone can be made up, the coarsest first. */
const GRAINS: readonly [Grain, number][] = [
  ['day', 96],
  ['hour', 4],
  ['quarter', 1],
];
/** Rule 10: no event is earlier, or more than a day ahead of the clock. */
const FIRST = Date.UTC(1980, 0, 1);
const AHEAD_MS = 2 * 86_400_000;

/**
 * A period cut where a zone changes its clocks, each part in the coarsest slots that fall into one local day, or one local
 * hour. Bounds that are null reach as far as there are events.
 */
export function localRuns(
  from: number | null,
  to: number | null,
  { timeZone, now, by }: { timeZone: string; now: number; by: 'day' | 'hour' },
): LocalRun[] {
  const end = to ?? Math.ceil((now + AHEAD_MS) / AHEAD_MS) * AHEAD_MS;
  const runs: LocalRun[] = [];
  for (let start = from ?? FIRST; start < end;) {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
    const change = local.getTimeZoneTransition('next')?.epochMilliseconds ?? end;
    const until = Math.min(change, end);
    const offset = Math.round(local.offsetNanoseconds / 1e6 / QUARTER_MS);
    const again = Math.min(againOver(local), until);
    if (start < again) runs.push(runOf(start, again, { offset, dayOffset: runs.at(-1)?.offset ?? offset, by }));
    runs.push(runOf(again, until, { offset, dayOffset: offset, by }));
    start = until;
  }
  return runs.filter(({ from: first, to: last }) => first < last);
}

/** The local time of a slot that is in one of these runs. */
export function localTimeAt(slot: number, runs: readonly LocalRun[]): Required<LocalTime> | null {
  const run = runs.find(({ from, to }) => slot >= from && slot < to);
  if (!run) return null;
  const day = Math.floor((slot + run.dayOffset) / 96);
  return { day, weekday: (day + EPOCH_WEEKDAY) % 7, hour: Math.floor(((slot + run.offset) % 96) / 4) };
}

/** Where clocks go back over midnight: when they reach it again, as the new day has begun at the first (rule 10). */
function againOver(local: Temporal.ZonedDateTime): number {
  const before = local.subtract({ milliseconds: 1 });
  const isAgain = Temporal.PlainDate.compare(before.toPlainDate(), local.toPlainDate()) > 0;
  if (!isAgain) return local.epochMilliseconds;
  return local.epochMilliseconds + local.toPlainTime().until('23:59:59.999').total('milliseconds') + 1;
}

function runOf(
  start: number,
  until: number,
  { offset, dayOffset, by }: { offset: number; dayOffset: number; by: 'day' | 'hour' },
): LocalRun {
  const [from, to] = [Math.ceil(start / QUARTER_MS), Math.ceil(until / QUARTER_MS)];
  const fits = ([grain, length]: readonly [Grain, number]) =>
    !(by === 'hour' && grain === 'day') && [from, to, offset].every((slot) => slot % length === 0);
  return { grain: GRAINS.find(fits)![0], from, to, offset, dayOffset };
}
