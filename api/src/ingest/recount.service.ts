import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { Store } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { PairRecount } from './pair-recount';
import { holdPair, MARK_ALL_STALE, stalePairs } from './pairs';
import { PAIR_WHERE, type Pair } from './stored-messages';

/** Counts anew from the stored events, one campaign × asset at a time, while events come in. */
@Injectable()
export class RecountService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** Recounts the whole workspace by its present rules. Yields how far it is. */
  async *recountAll({ workspaceId }: Ctx): AsyncGenerator<{ pairsDone: number; pairs: number }> {
    await this.store.transaction((transaction) => transaction.query(MARK_ALL_STALE, [workspaceId]));
    yield* this.steps(workspaceId);
  }

  /** Recounts the whole workspace by its present rules, and notes that it is done. */
  async recount(ctx: Ctx): Promise<void> {
    for await (const step of this.recountAll(ctx)) void step;
  }

  /** Recounts whatever waits for it, also what a stop of the program cut short, and notes that it is done. */
  async recountStale({ workspaceId }: Ctx): Promise<void> {
    for await (const step of this.steps(workspaceId)) void step;
  }

  private async *steps(workspaceId: number): AsyncGenerator<{ pairsDone: number; pairs: number }> {
    const pairs = await stalePairs(this.store, workspaceId);
    for (const [index, pair] of pairs.entries()) {
      await this.recountPair(workspaceId, pair);
      yield { pairsDone: index + 1, pairs: pairs.length };
    }
    const done =
      'UPDATE workspace SET rebuilding = 0 WHERE id = ? AND NOT EXISTS ' +
      '(SELECT 1 FROM campaign_asset WHERE workspace_id = ? AND stale = 1)';
    await this.store.transaction((transaction) => transaction.query(done, [workspaceId, workspaceId]));
  }

  private recountPair(workspaceId: number, pair: Pair): Promise<void> {
    return this.store.transaction(async (transaction) => {
      await holdPair(transaction, workspaceId, pair);
      const rules = await this.rules.readFor(transaction, workspaceId);
      await new PairRecount(transaction, this.store.dialect, workspaceId, rules).run(pair);
      const { campaignKey, assetKey } = pair;
      const fresh = `UPDATE campaign_asset SET stale = 0 WHERE ${PAIR_WHERE}`;
      await transaction.query(fresh, [workspaceId, campaignKey, assetKey]);
      await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    });
  }
}
