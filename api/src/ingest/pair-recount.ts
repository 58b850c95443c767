import type { CountingRules } from '@tallysheet/counting';
import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { TALLY_TABLES } from './breakdown.repository';
import { MESSAGE_COLUMNS, messageRow } from './message-row';
import { messagesOfPair } from './pair-events';
import { countStored, PAIR_WHERE, type Pair } from './stored-messages';
import { TallyChanges } from './tally-changes';
import { TallyRepository } from './tally.repository';

const QUARTERS_PER_WRITE = 20_000;

/** Counts one campaign × asset anew from its stored events. The caller holds the pair. */
export class PairRecount {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  async run(pair: Pair): Promise<void> {
    const { transaction, dialect, workspaceId, rules } = this;
    const key = [workspaceId, pair.campaignKey, pair.assetKey];
    for (const table of ['message', ...TALLY_TABLES]) {
      await transaction.query(`DELETE FROM ${table} WHERE ${PAIR_WHERE}`, key);
    }
    const tallies = new TallyRepository(transaction, dialect, workspaceId, rules);
    let changes = new TallyChanges();
    for await (const { messages, links } of messagesOfPair(transaction, dialect, workspaceId, pair, rules)) {
      const rows = [...messages.values()].map((message) => {
        const counted = countStored(message, links, rules);
        changes.add(pair, [], counted);
        return messageRow(workspaceId, message.key, counted, rules);
      });
      await insertRows(transaction, 'message', MESSAGE_COLUMNS, rows);
      if (changes.size < QUARTERS_PER_WRITE) continue;
      await tallies.apply(changes);
      changes = new TallyChanges();
    }
    await tallies.apply(changes);
  }
}
