import type { BruteBounds, BruteCalendar } from './brute-calendar';
import type { BruteValue } from './brute-columns';
import type { BruteEvent, BruteOptions } from './brute-force';
import type { BruteFilter, BruteTree } from './brute-scope';

/** All that a sheet is made of: what happened, what it is about, and how this workspace counts. */
export interface BruteWorld {
  events: readonly BruteEvent[];
  tree: BruteTree;
  /** Main domain by alias. */
  aliases: Readonly<Record<string, string>>;
  /** What links are called, where somebody has named them. */
  linkNames: Readonly<Record<string, string>>;
  counting: Pick<BruteOptions, 'softBounce' | 'repeatSends' | 'repeatKey' | 'proximitySeconds'>;
  calendar: BruteCalendar;
}

/** What a sheet is asked for. */
export interface BruteQuery {
  reportType: string;
  columns: readonly string[];
  groupBy?: readonly string[] | undefined;
  timeFrame: { preset: string } | { from: string; to: string };
  timeZone?: string | undefined;
  timeBasis?: 'sent' | 'activity' | undefined;
  assetFilter?: BruteFilter | undefined;
  humanOnly?: boolean | undefined;
  hideDeletedPeople?: boolean | undefined;
}

/** A row; one by time has no name here. */
export interface BruteSheetRow {
  id: string;
  parentId: string | null;
  level: number;
  kind: string;
  nodeId: string;
  name: string | null;
  values: Record<string, BruteValue>;
}

export interface BruteSheet extends BruteBounds {
  rows: BruteSheetRow[];
  total: Record<string, BruteValue>;
  notes: { code: string; params: Record<string, string | number> }[];
}
