import { contribution, factsOf, type CountingRules, type CountedEvent, type MessageFacts } from '@tallysheet/counting';
import { insertRows, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { MESSAGE } from '../database/facts/fact-tables';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { COUNTED_COLUMNS, countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import { audienceOf, MESSAGE_COLUMNS, messageRow, type MessageKey } from './message-row';
import type { Pair } from './pair-events';
import { TallyChanges } from './tally-changes';

/** A message that a batch touches, with its events: those that were stored, and the new ones. */
export interface TouchedMessage extends MessageKey {
  /** Hex of `personId`. */
  person: string;
  stored: CountedEvent[];
  fresh: CountedEvent[];
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
  async readStored(messages: ReadonlyMap<string, TouchedMessage>): Promise<void> {
    const reads = [...byAsset(messages.values())].map(async ([{ campaignKey, assetKey }, people]) => {
      const text =
        `SELECT ${COUNTED_COLUMNS} FROM event ${this.dialect.by('event_message')} ` +
        'WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id IN {in}';
      const before = [this.workspaceId, campaignKey, assetKey];
      for (const row of await selectIn<CountedRow>(this.transaction, text, before, people)) {
        const text = keyText(campaignKey, assetKey, hex(row.person_id), sendKeyOf(row, this.rules));
        messages.get(text)?.stored.push(countedEvent(row));
      }
    });
    await Promise.all(reads);
  }

  /**
   * Folds the touched messages anew: their rows, and how the tallies change. `moved` are the pairs in which a
   * message turned out to be a test, or the like: what it takes away there can only be found by counting anew.
   */
  fold(messages: ReadonlyMap<string, TouchedMessage>): { changes: TallyChanges; moved: Pair[]; rows: SqlValue[][] } {
    const changes = new TallyChanges();
    const moved = new Map<string, Pair>();
    const rows: SqlValue[][] = [];
    for (const message of [...messages.values()].sort(byKey)) {
      const before = message.stored.length > 0 ? factsOf(message.stored, this.rules) : null;
      const after = factsOf([...message.stored, ...message.fresh], this.rules);
      if (before && audienceOf(before) !== audienceOf(after)) {
        const { campaignKey, assetKey } = message;
        moved.set(`${campaignKey}/${assetKey}`, { campaignKey, assetKey });
      }
      changes.add(message, before && this.counted(before, message), this.counted(after, message));
      rows.push(messageRow(this.workspaceId, message, after, this.rules));
    }
    return { changes, moved: [...moved.values()], rows };
  }

  async write(rows: readonly SqlValue[][]): Promise<void> {
    const own = MESSAGE_COLUMNS.filter((column) => !MESSAGE.key.includes(column));
    const overwrite = this.dialect.merge(
      MESSAGE.key,
      Object.fromEntries(own.map((column) => [column, 'set' as const])),
    );
    await insertRows(this.transaction, 'message', MESSAGE_COLUMNS, rows, overwrite);
  }

  private counted(facts: MessageFacts, key: MessageKey) {
    return { audience: audienceOf(facts), contributions: contribution(facts, this.rules, key) };
  }
}

/** `person` is the hex of its id. */
export function keyText(campaignKey: number, assetKey: number, person: string, sendKey: string): string {
  return `${campaignKey}/${assetKey}/${person}/${sendKey}`;
}

function byKey(a: TouchedMessage, b: TouchedMessage): number {
  return (
    a.campaignKey - b.campaignKey ||
    a.assetKey - b.assetKey ||
    compare(a.person, b.person) ||
    compare(a.sendKey, b.sendKey)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* byAsset(messages: Iterable<TouchedMessage>): Generator<[MessageKey, Uint8Array[]]> {
  const groups = new Map<string, [MessageKey, Map<string, Uint8Array>]>();
  for (const message of messages) {
    const id = `${message.campaignKey}/${message.assetKey}`;
    const group = groups.get(id) ?? [message, new Map<string, Uint8Array>()];
    group[1].set(message.person, message.personId);
    groups.set(id, group);
  }
  for (const [first, people] of groups.values()) yield [first, [...people.values()]];
}
