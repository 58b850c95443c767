import type { RejectCode } from '@tallysheet/contract';

/**
 * A folder, program, smart campaign or email as an asset record tells it. What a record does not tell is undefined (a
 * parent: null; the name of a record that is an email's content alone: empty), and is to be left as it is known.
 */
export interface AssetRecord {
  kind: 'folder' | 'program' | 'campaign' | 'email';
  id: string;
  name: string;
  parent: { kind: 'folder' | 'program'; id: string } | null;
  channel?: string;
  campaignType?: 'batch' | 'trigger';
  /** A program's tags, by tag type. */
  tags?: Record<string, string>;
  archived?: boolean;
  subject?: string;
  fromName?: string;
  fromEmail?: string;
  replyTo?: string;
  preheader?: string;
  html?: string;
  text?: string;
  openTracking?: boolean;
  /** ISO 8601 UTC. */
  updatedAt?: string;
}

export type AssetResult =
  { kind: 'asset'; asset: AssetRecord } | { kind: 'rejected'; code: RejectCode; field: string | null; detail: string };

/** One record of the file. `line` is its line in NDJSON, else its place among the records (the first is 1). */
export interface AssetRow {
  line: number;
  /** The record as JSON, cut at 10,000 characters. */
  raw: string;
  result: AssetResult;
}
