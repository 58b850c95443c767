import type { CountedEvent, CountingRules } from '@tallysheet/counting';
import { insertRows, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { MESSAGE } from '../database/facts/fact-tables';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { countMessage } from './counted-message';
import { countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import type { Identities } from './identity.repository';
import type { LinkBook } from './link.repository';
import { MESSAGE_COLUMNS, messageRow } from './message-row';
import { eventsOfPeople, keyText, PAIR_WHERE, type Pair, type StoredMessage } from './stored-messages';
import { TallyChanges } from './tally-changes';

/** A message that a batch touches: `rows` are the events that were stored before, `fresh` the new ones. */
export interface TouchedMessage extends StoredMessage {
  /** Hex of the person that it is kept by. */
  person: string;
  fresh: CountedRow[];
}

/** Reads and writes messages. A message's facts always come from all of its stored events. */
export class MessageRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  /** Adds the stored events of each touched message to it. */
  async readStored(messages: ReadonlyMap<string, TouchedMessage>, identities: Identities): Promise<void> {
    const reads = [...byAsset(messages.values(), identities)].map(async ([pair, people]) => {
      for (const row of await eventsOfPeople(this.transaction, this.dialect, this.workspaceId, pair, people)) {
        const { person } = identities.rootOf(row.person_id, hex(row.person_id));
        const text = keyText(pair.campaignKey, pair.assetKey, person, sendKeyOf(row, this.rules));
        messages.get(text)?.rows.push(row);
      }
    });
    await Promise.all(reads);
  }

  /** Folds the touched messages anew: their rows, and how the tallies change. */
  fold(messages: Iterable<TouchedMessage>, links: LinkBook): { changes: TallyChanges; rows: SqlValue[][] } {
    const changes = new TallyChanges();
    const rows: SqlValue[][] = [];
    for (const message of [...messages].sort(byKey)) {
      const count = (events: readonly CountedEvent[]) =>
        countMessage(events, this.rules, { sendKey: message.key.sendKey, isDeleted: message.isDeleted });
      const stored = message.rows.map((row) => countedEvent(row, links));
      const fresh = message.fresh.map((row) => countedEvent(row, links));
      const after = count([...stored, ...fresh]);
      changes.add(message.key, stored.length > 0 ? [count(stored)] : [], after);
      rows.push(messageRow(this.workspaceId, message.key, after, this.rules));
    }
    return { changes, rows };
  }

  async write(rows: readonly SqlValue[][]): Promise<void> {
    const own = MESSAGE_COLUMNS.filter((column) => !MESSAGE.key.includes(column));
    const overwrite = this.dialect.merge(
      MESSAGE.key,
      Object.fromEntries(own.map((column) => [column, 'set' as const])),
    );
    await insertRows(this.transaction, 'message', MESSAGE_COLUMNS, rows, overwrite);
  }

  /** Takes away the messages of these people, who are known under another id from now on. */
  async remove({ campaignKey, assetKey }: Pair, people: readonly Uint8Array[]): Promise<void> {
    const text = `DELETE FROM message WHERE ${PAIR_WHERE} AND person_id IN {in}`;
    await selectIn(this.transaction, text, [this.workspaceId, campaignKey, assetKey], people);
  }

  /** Every campaign × asset that has sent something to one of these people. */
  async pairsOf(people: readonly Uint8Array[]): Promise<Pair[]> {
    const text =
      `SELECT DISTINCT campaign_key, asset_key FROM message ${this.dialect.by('message_person')} ` +
      'WHERE workspace_id = ? AND person_id IN {in}';
    const rows = await selectIn<{ campaign_key: number; asset_key: number }>(
      this.transaction,
      text,
      [this.workspaceId],
      people,
    );
    const pairs = new Map(
      rows.map((row) => [
        `${row.campaign_key}/${row.asset_key}`,
        { campaignKey: row.campaign_key, assetKey: row.asset_key },
      ]),
    );
    return [...pairs.values()].sort((a, b) => a.campaignKey - b.campaignKey || a.assetKey - b.assetKey);
  }
}

function byKey(a: TouchedMessage, b: TouchedMessage): number {
  return (
    a.key.campaignKey - b.key.campaignKey ||
    a.key.assetKey - b.key.assetKey ||
    compare(a.person, b.person) ||
    compare(a.key.sendKey, b.key.sendKey)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The people of each campaign × asset, with all the ids that they were known by. */
function* byAsset(messages: Iterable<TouchedMessage>, identities: Identities): Generator<[Pair, Uint8Array[]]> {
  const groups = new Map<string, [Pair, Map<string, readonly Uint8Array[]>]>();
  for (const { key, person } of messages) {
    const id = `${key.campaignKey}/${key.assetKey}`;
    const group = groups.get(id) ?? [key, new Map<string, readonly Uint8Array[]>()];
    group[1].set(person, identities.of(key.personId, person).members);
    groups.set(id, group);
  }
  for (const [pair, people] of groups.values()) yield [pair, [...people.values()].flat()];
}
