import { z } from 'zod';
import { reportQuerySchema } from './query';
import type { CellValue, Sheet, Unit } from './sheet';
import type { SmartListCounts } from './smart-list';

const cell = { rowId: z.string().max(2000), columnId: z.string().max(128) };

/** One cell of the sheet that the rest of it asks for; the total's row is `total`. */
export const sheetCellSchema = reportQuerySchema.extend(cell);
export type SheetCell = z.infer<typeof sheetCellSchema>;

/** A page of the list behind a cell. `cursor` is the `next` of the page before. */
export const peopleQuerySchema = reportQuerySchema.extend({
  ...cell,
  cursor: z.string().max(2000).optional(),
  limit: z.number().int().min(1).max(1000).default(50),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

/** Where a message stands when the list is computed; `prepared` and `rejected` were never sent. */
export const MESSAGE_STATES = [
  'delivered',
  'hardBounced',
  'softBounced',
  'pending',
  'aborted',
  'prepared',
  'rejected',
] as const;
export type MessageStateName = (typeof MESSAGE_STATES)[number];

/** The moments of a message that a list tells, in the order in which they usually happen. */
export const MESSAGE_MOMENTS = [
  'sentAt',
  'deliveredAt',
  'bouncedAt',
  'openedAt',
  'clickedAt',
  'unsubscribedAt',
  'complainedAt',
  'forwardedAt',
] as const;
export type MessageMoment = (typeof MESSAGE_MOMENTS)[number];

export interface ClickedLink {
  id: string;
  url: string;
  label: string | null;
}

/**
 * One line of the list behind a number: a message, or in a count of events one event of it. Deleted people keep their
 * lines, without anything that tells who they were. With `humanOnly` opens, clicks and links are people's own.
 */
export interface PersonBehind {
  /** Of the line, the same on every page. */
  id: string;
  person: { id: string | null; name: string | null; address: string | null; deleted: boolean };
  campaign: { id: string; name: string };
  asset: { id: string; name: string };
  state: MessageStateName;
  moments: Record<MessageMoment, string | null>;
  links: ClickedLink[];
  /** In a count of events: when this one happened. */
  at: string | null;
}

/** `total` is the number in the cell, and so the length of the whole list; `sent` is the row's messages, if it has any. */
export interface PeoplePage {
  total: number;
  sent: number | null;
  rows: PersonBehind[];
  next: string | null;
  computedAt: string;
}

/** The smart list in force: its name if it is one saved list, and the people whom it keeps in the sheet. */
export interface ExplainedList extends SmartListCounts {
  name: string | null;
}

/** How one number was made. `text` says all of it in the caller's language. */
export interface Explanation {
  rowId: string;
  rowName: string;
  columnId: string;
  label: string;
  unit: Unit;
  value: CellValue;
  help: string;
  rule: string;
  /** Whether there is a list behind it: `POST /api/sheets/people`. */
  listed: boolean;
  /** The counts that it is made of, the denominator last. `rowId` is where each stands. */
  parts: { rowId: string; columnId: string; label: string; unit: Unit; value: number }[];
  timeFrame: Sheet['timeFrame'];
  filters: { assets: boolean; humanOnly: boolean; hideDeletedPeople: boolean; smartList: ExplainedList | null };
  /** What is not in it, or is in it without proof; null where it does not bear on this number. */
  excluded: { bots: number | null; aborted: number | null; noSendRecord: number | null; testSends: number | null };
  text: string[];
  computedAt: string;
}
