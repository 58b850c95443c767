import { contribution, factsOf, type CountedEvent, type CountingRules } from '@tallysheet/counting';
import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { Transaction } from '../database/store';
import { COUNTED_COLUMNS, countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import { audienceOf, MESSAGE_COLUMNS, messageRow, type MessageKey } from './message-row';
import { keyText } from './message.repository';
import { TallyChanges } from './tally-changes';
import { TallyRepository } from './tally.repository';

const PEOPLE_PER_READ = 5000;
const QUARTERS_PER_WRITE = 20_000;

/** One campaign and one asset that it has sent. */
export interface Pair {
  campaignKey: number;
  assetKey: number;
}

/** Counts one campaign × asset anew from its stored events. The caller holds the pair. */
export class PairRecount {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  async run(pair: Pair): Promise<void> {
    const key = [this.workspaceId, pair.campaignKey, pair.assetKey];
    const where = 'workspace_id = ? AND campaign_key = ? AND asset_key = ?';
    await this.transaction.query(`DELETE FROM message WHERE ${where}`, key);
    await this.transaction.query(`DELETE FROM tally WHERE ${where}`, key);

    const tallies = new TallyRepository(this.transaction, this.dialect, this.workspaceId);
    let changes = new TallyChanges();
    for await (const events of this.eventsByPerson(where, key)) {
      const rows = [...messagesOf(events, pair, this.rules).values()].map(({ message, events: own }) => {
        const facts = factsOf(own, this.rules);
        const contributions = contribution(facts, this.rules, message);
        changes.add(message, null, { audience: audienceOf(facts), contributions });
        return messageRow(this.workspaceId, message, facts, this.rules);
      });
      await insertRows(this.transaction, 'message', MESSAGE_COLUMNS, rows);
      if (changes.size < QUARTERS_PER_WRITE) continue;
      await tallies.apply(changes);
      changes = new TallyChanges();
    }
    await tallies.apply(changes);
  }

  /** All events of some people at a time, so that memory does not grow with the campaign. */
  private async *eventsByPerson(where: string, key: readonly number[]): AsyncGenerator<CountedRow[]> {
    const events = `event ${this.dialect.by('event_message')}`;
    let after: Uint8Array = new Uint8Array(0);
    for (;;) {
      const people = await this.transaction.query<{ person_id: Uint8Array }>(
        `SELECT DISTINCT person_id FROM ${events} WHERE ${where} AND person_id > ? ORDER BY person_id LIMIT ${PEOPLE_PER_READ}`,
        [...key, after],
      );
      const last = people.at(-1)?.person_id;
      if (!last) return;
      yield await this.transaction.query<CountedRow>(
        `SELECT ${COUNTED_COLUMNS} FROM ${events} WHERE ${where} AND person_id > ? AND person_id <= ?`,
        [...key, after, last],
      );
      after = last;
    }
  }
}

function messagesOf(rows: readonly CountedRow[], pair: Pair, rules: CountingRules) {
  const messages = new Map<string, { message: MessageKey; events: CountedEvent[] }>();
  for (const row of rows) {
    const message = { ...pair, personId: row.person_id, sendKey: sendKeyOf(row, rules) };
    const text = keyText(pair.campaignKey, pair.assetKey, hex(row.person_id), message.sendKey);
    const group = messages.get(text) ?? { message, events: [] };
    group.events.push(countedEvent(row));
    messages.set(text, group);
  }
  return messages;
}
