import type { Channel, RowLevel, TimeLevel } from '@tallysheet/contract';
import {
  dateOf,
  isTimeLevel,
  isTrend,
  placesBeside,
  subjectBeside,
  timeSubject,
  type Beside,
  type Leaf,
  type LocalTime,
  type RowSubject,
  type TimeNames,
} from '@tallysheet/report-model';
import { columnOf } from '../database/facts/fact-table';
import type { SqlValue } from '../database/store';
import type { Pair } from '../ingest/stored-messages';
import { localTimeIn } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';
import type { MessagePlace } from './message-levels';

/** One answer row of a sheet's SQL: names beside counters, under their column names. */
export type SheetSqlRow = Record<string, SqlValue>;

/** A leaf with the keys of its campaign and asset. */
export interface PairLeaf extends Leaf, Pair {
  /** Whether opens of the email are known at all. */
  openTracking: boolean;
  /** When, in the sheet's zone, as far as its levels ask for it. */
  local: LocalTime;
  /** How much counts in it, where it is counted by local time: see `presence`. */
  present: number;
  /** Of which variant and run, as far as its levels ask for it. */
  message: MessagePlace;
  /** Of a part: the link or domain that it was counted under. */
  part?: string;
}

/** Reads a row into the finest counted thing: one asset as sent by one campaign. */
export function leafOf(row: SheetSqlRow, query: SheetQuery): PairLeaf {
  const { counters, extremes } = query;
  const channel = row['channel'] as Channel;
  const asset: RowSubject = {
    kind: channel,
    id: String(row['asset_id']),
    name: String(row['asset_name']),
    texts: {
      subject: text(row['subject']),
      fromName: text(row['from_name']),
      programName: text(row['asset_program']),
      channel,
      tags: tags(row['asset_tags']),
    },
  };
  const campaign: RowSubject = {
    kind: 'campaign',
    id: String(row['campaign_id']),
    name: String(row['campaign_name']),
    texts: { programName: text(row['campaign_program']), channel, tags: tags(row['campaign_tags']) },
  };
  const program: RowSubject = {
    kind: 'program',
    id: String(row['program_id']),
    name: String(row['campaign_program'] ?? row['program_id']),
    texts: { channel, tags: tags(row['campaign_tags']) },
  };
  const type = String(row['campaign_type']);
  const campaignType: RowSubject = { kind: 'campaignType', id: type, name: type, texts: {} };
  const leaf: PairLeaf = {
    ...{ campaignKey: Number(row['campaign_key']), assetKey: Number(row['asset_key']) },
    ...{ subjects: { program, campaignType, campaign, asset }, counters: {}, extremes: {}, texts: {} },
    openTracking: row['open_tracking'] !== 0,
    local: localTimeIn(row, query),
    present: Number(row['present'] ?? 0),
    message: {},
  };
  for (const counter of counters) leaf.counters[counter] = Number(row[columnOf(counter)] ?? 0);
  for (const extreme of extremes) {
    const at = row[columnOf(extreme)];
    if (at !== null && at !== undefined) leaf.extremes[extreme] = Number(at);
  }
  leaf.counters = trackedCounters(leaf);
  return leaf;
}

/**
 * The same leaves, counted by local time, with the days, weeks, hours … that the levels ask for. One in which no message counts has no such row,
 * as no sheet of that time alone would show it, and is left out where none counts at all. Those of the other period of a
 * comparison take their places in the rows of this one.
 */
export function withTimes(
  leaves: readonly PairLeaf[],
  levels: readonly RowLevel[],
  names: TimeNames,
  beside: Beside | null = null,
): PairLeaf[] {
  const times = levels.filter(isTimeLevel);
  const subjectsAt = timesAt(times, names, beside);
  const present = new Map<string, number>();
  const placed = leaves.map((leaf) => {
    const subjects = subjectsAt(leaf.local);
    const path = [
      `${leaf.campaignKey}/${leaf.assetKey}/${JSON.stringify(leaf.message)}`,
      ...subjects.map(({ id }) => id),
    ];
    const keys = path.map((_, depth) => path.slice(0, depth + 1).join('/'));
    for (const key of keys) present.set(key, (present.get(key) ?? 0) + leaf.present);
    return { leaf, subjects, keys };
  });
  return placed.flatMap(({ leaf, subjects, keys }) => {
    const [pair, ...rows] = keys.map((key) => present.get(key)! > 0);
    if (!pair) return [];
    const shown = subjects.filter((_, depth) => rows[depth]).map((subject) => [subject.kind, subject] as const);
    return [{ ...leaf, subjects: { ...leaf.subjects, ...Object.fromEntries(shown) } }];
  });
}

/** The rows that a local time is in; the same time has the same ones, and words for it are made once. */
function timesAt(times: readonly TimeLevel[], names: TimeNames, beside: Beside | null) {
  const known = new Map<string, RowSubject[]>();
  return (local: LocalTime): RowSubject[] => {
    const key = `${local.day}/${local.weekday}/${local.hour}`;
    const made = known.get(key) ?? subjectsOf(local);
    known.set(key, made);
    return made;
  };

  function subjectsOf(local: LocalTime): RowSubject[] {
    const places = beside && placesBeside(dateOf(local.day ?? 0), times.filter(isTrend), beside, names.weekStart);
    return times.map((level) =>
      places && isTrend(level)
        ? subjectBeside(level, local, places.get(level)!, names)
        : timeSubject(level, local, names),
    );
  }
}

/** Rule 8: an email that was imported as one without open tracking has no part in the open rate. */
export function trackedCounters({
  openTracking,
  counters,
}: Pick<PairLeaf, 'openTracking' | 'counters'>): Leaf['counters'] {
  if (openTracking) return counters;
  const tracked = ['deliveredTracked', 'openedTracked', 'openedTrackedHuman'] as const;
  return { ...counters, ...Object.fromEntries(tracked.filter((id) => id in counters).map((id) => [id, 0])) };
}

function text(value: SqlValue | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

function tags(value: SqlValue | undefined): string | null {
  return value ? (JSON.parse(String(value)) as string[]).join(', ') || null : null;
}
