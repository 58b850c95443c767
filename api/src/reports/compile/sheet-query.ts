import type { AssetFilter, Audience, Channel, Counter, Extreme, MessageLevel, TallyBasis } from '@tallysheet/contract';
import { isTallied, type Block, type LocalRun, type SheetCounter, type TimePart } from '@tallysheet/report-model';
import type { Dialect } from '../../database/dialect';

/** Everything that the text of a sheet's SQL depends on. Pure data: no clock, no settings. */
export interface SheetQuery {
  workspaceId: number;
  basis: TallyBasis;
  /** Test sends are among them only to say how many were left out. */
  audiences: readonly Audience[];
  frame: readonly (Block | LocalRun)[];
  /** The part of the frame whose pending messages are too young to be aborted (rule 3). */
  young: readonly (Block | LocalRun)[];
  /** Parts of local time that it is counted by as well: runs tell how far clocks were ahead. */
  timeParts: readonly TimePart[];
  /** What of each message it is counted by as well, which no tally knows: messages are counted one by one. */
  messageLevels: readonly MessageLevel[];
  counters: readonly SheetCounter[];
  humanOnly: boolean;
  extremes: readonly Extreme[];
  /** Null for all. */
  channel: Channel | null;
  filter: ResolvedFilter;
}

/** An asset filter with everything live in it as the ids that it means when the sheet is computed. */
export interface ResolvedFilter extends Pick<AssetFilter, 'programs' | 'campaigns' | 'assets' | 'channels'> {
  /** What a name pattern means: one of the campaigns or one of the assets. */
  named?: { campaigns: readonly string[]; assets: readonly string[] };
  /** Leaves out what is archived: these programs, and all such campaigns and assets that the filter does not name. */
  withoutArchived?: { programs: readonly string[] };
}

/** How the store is told to read a table by its key: see `Dialect`. */
export type ByKey = Dialect['byKey'];

export interface CompiledQuery {
  text: string;
  parameters: (string | number | Uint8Array)[];
}

/** Counters that are columns of the tally table. */
export function storedCounters(counters: readonly SheetCounter[]): Counter[] {
  const stored = new Set<Counter>();
  for (const counter of counters) {
    if (counter === 'pendingYoung') stored.add('pending');
    else if (isTallied(counter)) stored.add(counter);
  }
  return [...stored];
}
