import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { PAIR_WHERE, type Pair } from './pair-events';
import { PairRecount } from './pair-recount';

/** Holds a campaign × asset until the transaction ends: batches for it wait at the same row. */
export async function holdPair(transaction: Transaction, workspaceId: number, pair: Pair): Promise<void> {
  const text = `UPDATE campaign_asset SET asset_key = asset_key WHERE ${PAIR_WHERE}`;
  await transaction.query(text, [workspaceId, pair.campaignKey, pair.assetKey]);
}

/** Counts everything anew from the stored events, one campaign × asset at a time, while events come in. */
@Injectable()
export class RecountService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** Recounts the whole workspace by its present rules, and notes that it is done. */
  async recount(ctx: Ctx): Promise<void> {
    const text = 'SELECT campaign_key, asset_key FROM campaign_asset WHERE workspace_id = ?';
    const pairs = await this.store.query<{ campaign_key: number; asset_key: number }>(text, [ctx.workspaceId]);
    for (const { campaign_key: campaignKey, asset_key: assetKey } of pairs) {
      const pair = { campaignKey, assetKey };
      await this.store.transaction(async (transaction) => {
        await holdPair(transaction, ctx.workspaceId, pair);
        const rules = await this.rules.readFor(transaction, ctx.workspaceId);
        await new PairRecount(transaction, this.store.dialect, ctx.workspaceId, rules).run(pair);
        await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [ctx.workspaceId]);
      });
    }
    await this.store.transaction((transaction) =>
      transaction.query('UPDATE workspace SET rebuilding = 0 WHERE id = ?', [ctx.workspaceId]),
    );
  }
}
