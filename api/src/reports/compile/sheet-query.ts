import type { AssetFilter, Audience, Channel, Counter, Extreme, TallyBasis } from '@tallysheet/contract';
import type { Block, SheetCounter } from '@tallysheet/report-model';

/** Everything that the text of a sheet's SQL depends on. Pure data: no clock, no settings. */
export interface SheetQuery {
  workspaceId: number;
  basis: TallyBasis;
  /** Test sends are among them only to say how many were left out. */
  audiences: readonly Audience[];
  frame: readonly Block[];
  /** The part of the frame whose pending messages are too young to be aborted (rule 3). */
  young: readonly Block[];
  counters: readonly SheetCounter[];
  humanOnly: boolean;
  extremes: readonly Extreme[];
  channel: Channel;
  /** Folders are given as the programs that are in them when the sheet is computed. */
  filter: Omit<AssetFilter, 'folders'>;
}

export interface CompiledQuery {
  text: string;
  parameters: (string | number | Uint8Array)[];
}

/** Counters that are columns of the tally table. */
export function storedCounters(counters: readonly SheetCounter[]): Counter[] {
  const stored = new Set<Counter>();
  for (const counter of counters) stored.add(counter === 'pendingYoung' ? 'pending' : counter);
  return [...stored];
}
