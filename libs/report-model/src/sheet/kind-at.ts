import type { Channel, RowKind, RowLevel } from '@tallysheet/contract';

/** What the rows of a level are in a report on one channel: its assets are emails, text messages or push messages. */
export function kindAt(level: RowLevel, channel: Channel | null): RowKind {
  return level === 'asset' ? (channel ?? 'email') : level;
}
