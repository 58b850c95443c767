import type { RejectCode } from '@tallysheet/contract';

/** What came of a batch, by the index of each event: whatever is neither a duplicate nor rejected was accepted. */
export interface Taken {
  accepted: number;
  duplicates: number[];
  rejected: { index: number; code: RejectCode; detail: string }[];
}

export interface TakeOptions {
  /** Everything is tried, and undone. */
  dryRun?: boolean;
  /** Called when everything is counted and the store has the most to do: the moment to prepare what comes next. */
  onCounted?: () => void;
}
