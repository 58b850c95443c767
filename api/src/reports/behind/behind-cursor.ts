import { TallysheetError } from '@tallysheet/contract';
import { z } from 'zod';
import { hex } from '../../database/hash';
import type { Pair } from '../../ingest/stored-messages';
import type { Behind } from '../compile/compile-people-behind';

/** Where a list goes on: behind a message, or among the events of it, of which so many have been told. */
export interface Place extends Pair {
  message: Behind;
  told: number;
}

/** Everything that the next page needs: what it is about is asked again, `now` stays, so that nothing moves (rule 3). */
export interface BehindCursor {
  now: number;
  place: Place;
}

const int = z.number().int();
const written = z.tuple([int, int, int, int, z.string().regex(/^([0-9a-f]{2})+$/), z.string(), int.nonnegative()]);

export function writeCursor({ now, place }: BehindCursor): string {
  const { campaignKey, assetKey, message, told } = place;
  const fields = [now, campaignKey, assetKey, message.anchorAt, hex(message.personId), message.sendKey, told];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** Throws `unreadable-cursor`. */
export function readCursor(cursor: string): BehindCursor {
  const parsed = written.safeParse(parse(cursor));
  if (!parsed.success) throw new TallysheetError('unreadable-cursor', {}, 'cursor');
  const [now, campaignKey, assetKey, anchorAt, person, sendKey, told] = parsed.data;
  const message = { anchorAt, personId: Buffer.from(person, 'hex'), sendKey };
  return { now, place: { campaignKey, assetKey, message, told } };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
