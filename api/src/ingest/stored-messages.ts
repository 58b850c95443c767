import { type CountedEvent, type CountingRules } from '@tallysheet/counting';
import { selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { Transaction } from '../database/store';
import { countMessage, type CountedMessage } from './counted-message';
import { COUNTED_COLUMNS, countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import type { Identities } from './identity.repository';
import type { LinkBook } from './link.repository';
import type { MessageKey } from './message-row';

/** One campaign and one asset that it has sent. */
export interface Pair {
  campaignKey: number;
  assetKey: number;
}

export const PAIR_WHERE = 'workspace_id = ? AND campaign_key = ? AND asset_key = ?';

/** One message with its events as they are stored. */
export interface StoredMessage {
  key: MessageKey;
  isDeleted: boolean;
  rows: CountedRow[];
}

/** `person` is the hex of its id. */
export function keyText(campaignKey: number, assetKey: number, person: string, sendKey: string): string {
  return `${campaignKey}/${assetKey}/${person}/${sendKey}`;
}

/** The stored events of some people's messages of one campaign × asset. */
export async function eventsOfPeople(
  transaction: Transaction,
  dialect: Dialect,
  workspaceId: number,
  { campaignKey, assetKey }: Pair,
  people: readonly Uint8Array[],
): Promise<CountedRow[]> {
  const text = `SELECT ${COUNTED_COLUMNS} FROM event ${dialect.by('event_message')} WHERE ${PAIR_WHERE} AND person_id IN {in}`;
  return selectIn<CountedRow>(transaction, text, [workspaceId, campaignKey, assetKey], people);
}

/** Puts events of one campaign × asset together by message: whose they are follows from who is who. */
export function byMessage(
  rows: Iterable<CountedRow>,
  { campaignKey, assetKey }: Pair,
  identities: Identities,
  rules: CountingRules,
): Map<string, StoredMessage> {
  const messages = new Map<string, StoredMessage>();
  for (const row of rows) {
    const { rootId, isDeleted } = identities.of(row.person_id);
    const sendKey = sendKeyOf(row, rules);
    const text = keyText(campaignKey, assetKey, hex(rootId), sendKey);
    const message = messages.get(text);
    if (message) message.rows.push(row);
    else messages.set(text, { key: { campaignKey, assetKey, personId: rootId, sendKey }, isDeleted, rows: [row] });
  }
  return messages;
}

/** A message as it counts by all of its stored events. */
export function countStored(
  { key, isDeleted, rows }: StoredMessage,
  links: LinkBook,
  rules: CountingRules,
): CountedMessage {
  const events: CountedEvent[] = rows.map((row) => countedEvent(row, links));
  return countMessage(events, rules, { sendKey: key.sendKey, isDeleted });
}
