import type { Channel, RowLevel } from '@tallysheet/contract';
import {
  isTimeLevel,
  timeSubject,
  type Leaf,
  type LocalTime,
  type RowSubject,
  type TimeNames,
} from '@tallysheet/report-model';
import { columnOf } from '../database/facts/fact-tables';
import type { SqlValue } from '../database/store';
import type { Pair } from '../ingest/stored-messages';
import { localTimeIn } from './compile/compile-sheet';
import type { SheetQuery } from './compile/sheet-query';

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
 * The same leaves with the days, weeks, hours … that the levels ask for. One in which no message counts has no such row,
 * as no sheet of that time alone would show it, and is left out where none counts at all.
 */
export function withTimes(leaves: readonly PairLeaf[], levels: readonly RowLevel[], names: TimeNames): PairLeaf[] {
  const times = levels.filter(isTimeLevel);
  if (times.length === 0) return [...leaves];
  const present = new Map<string, number>();
  const placed = leaves.map((leaf) => {
    const subjects = times.map((level) => timeSubject(level, leaf.local, names));
    const path = [`${leaf.campaignKey}/${leaf.assetKey}`, ...subjects.map(({ id }) => id)];
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
