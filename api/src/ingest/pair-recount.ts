import { contribution, factsOf, type CountingRules } from '@tallysheet/counting';
import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { audienceOf, MESSAGE_COLUMNS, messageRow } from './message-row';
import { messagesOfPair, PAIR_WHERE, type Pair } from './pair-events';
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
    await transaction.query(`DELETE FROM message WHERE ${PAIR_WHERE}`, key);
    await transaction.query(`DELETE FROM tally WHERE ${PAIR_WHERE}`, key);

    const tallies = new TallyRepository(transaction, dialect, workspaceId);
    let changes = new TallyChanges();
    for await (const { messages } of messagesOfPair(transaction, dialect, workspaceId, pair, rules)) {
      const rows = [...messages.values()].map(({ message, events }) => {
        const facts = factsOf(events, rules);
        const contributions = contribution(facts, rules, message);
        changes.add(message, null, { audience: audienceOf(facts), contributions });
        return messageRow(workspaceId, message, facts, rules);
      });
      await insertRows(transaction, 'message', MESSAGE_COLUMNS, rows);
      if (changes.size < QUARTERS_PER_WRITE) continue;
      await tallies.apply(changes);
      changes = new TallyChanges();
    }
    await tallies.apply(changes);
  }
}
