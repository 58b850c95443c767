import type { CountedEvent, CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { Transaction } from '../database/store';
import { COUNTED_COLUMNS, countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import type { MessageKey } from './message-row';
import { keyText } from './message.repository';

const PEOPLE_PER_READ = 5000;

/** One campaign and one asset that it has sent. */
export interface Pair {
  campaignKey: number;
  assetKey: number;
}

export const PAIR_WHERE = 'workspace_id = ? AND campaign_key = ? AND asset_key = ?';

/** One message with all its stored events. */
export interface StoredMessage {
  message: MessageKey;
  events: CountedEvent[];
}

/** The messages of some people, and the range of person ids that they are all of. */
export interface PeopleRange {
  /** Behind this person id, up to and with `last`; null on the last range, which has no messages. */
  after: Uint8Array;
  last: Uint8Array | null;
  messages: Map<string, StoredMessage>;
}

/**
 * All messages of a campaign × asset from its stored events, some people at a time, so that memory does not grow with
 * the campaign. The last range is empty and open: nobody with events stands behind its `after`.
 */
export async function* messagesOfPair(
  transaction: Transaction,
  dialect: Dialect,
  workspaceId: number,
  pair: Pair,
  rules: CountingRules,
): AsyncGenerator<PeopleRange> {
  const key = [workspaceId, pair.campaignKey, pair.assetKey];
  const events = `event ${dialect.by('event_message')}`;
  let after: Uint8Array = new Uint8Array(0);
  for (;;) {
    const people = await transaction.query<{ person_id: Uint8Array }>(
      `SELECT DISTINCT person_id FROM ${events} WHERE ${PAIR_WHERE} AND person_id > ? ORDER BY person_id LIMIT ${PEOPLE_PER_READ}`,
      [...key, after],
    );
    const last = people.at(-1)?.person_id ?? null;
    if (last === null) {
      yield { after, last, messages: new Map() };
      return;
    }
    const rows = await transaction.query<CountedRow>(
      `SELECT ${COUNTED_COLUMNS} FROM ${events} WHERE ${PAIR_WHERE} AND person_id > ? AND person_id <= ?`,
      [...key, after, last],
    );
    yield { after, last, messages: messagesOf(rows, pair, rules) };
    after = last;
  }
}

function messagesOf(rows: readonly CountedRow[], pair: Pair, rules: CountingRules): Map<string, StoredMessage> {
  const messages = new Map<string, StoredMessage>();
  for (const row of rows) {
    const message = { ...pair, personId: row.person_id, sendKey: sendKeyOf(row, rules) };
    const text = keyText(pair.campaignKey, pair.assetKey, hex(row.person_id), message.sendKey);
    const group = messages.get(text) ?? { message, events: [] };
    group.events.push(countedEvent(row));
    messages.set(text, group);
  }
  return messages;
}
