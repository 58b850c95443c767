import type { Channel, Extreme } from '@tallysheet/contract';
import type { Leaf, RowSubject, SheetCounter } from '@tallysheet/report-model';
import { columnOf } from '../database/facts/fact-tables';
import type { SqlValue } from '../database/store';
import type { Pair } from '../ingest/stored-messages';

/** One answer row of a sheet's SQL: names beside counters, under their column names. */
export type SheetSqlRow = Record<string, SqlValue>;

/** A leaf with the keys of its campaign and asset. */
export interface PairLeaf extends Leaf, Pair {
  /** Whether opens of the email are known at all. */
  openTracking: boolean;
  /** Of a part: the link or domain that it was counted under. */
  part?: string;
}

/** Reads a row into the finest counted thing: one asset as sent by one campaign. */
export function leafOf(row: SheetSqlRow, counters: readonly SheetCounter[], extremes: readonly Extreme[]): PairLeaf {
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
  const leaf: PairLeaf = {
    ...{ campaignKey: Number(row['campaign_key']), assetKey: Number(row['asset_key']) },
    ...{ subjects: { program, campaign, asset }, counters: {}, extremes: {}, texts: {} },
    openTracking: row['open_tracking'] !== 0,
  };
  for (const counter of counters) leaf.counters[counter] = Number(row[columnOf(counter)] ?? 0);
  for (const extreme of extremes) {
    const at = row[columnOf(extreme)];
    if (at !== null && at !== undefined) leaf.extremes[extreme] = Number(at);
  }
  leaf.counters = trackedCounters(leaf);
  return leaf;
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
