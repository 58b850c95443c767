import type { MessageKey } from '@tallysheet/messages';

/** One of our columns, as the reader is asked for it. */
export interface AskedColumn {
  column: string;
  text: MessageKey;
  needed: boolean;
}

/** What a file of one format is asked for when its columns have other names. */
export interface ColumnSet {
  intro: MessageKey;
  /** In the order in which they are asked for. */
  asked(missing: readonly string[], found: readonly string[]): AskedColumn[];
  /** The header that most likely is meant for a column. */
  likely(column: string, found: readonly string[]): string | null;
  /** Whether the file can be read with the columns that are chosen. */
  isEnough(asked: readonly AskedColumn[], choices: Readonly<Record<string, string>>): boolean;
}
