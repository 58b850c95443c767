import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { Store } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { PairRecount } from './pair-recount';

/** Batches for the same campaign and asset hold the same row. */
const HOLD =
  'UPDATE campaign_asset SET asset_key = asset_key WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ?';

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
    for (const pair of await this.store.query<{ campaign_key: number; asset_key: number }>(text, [ctx.workspaceId])) {
      await this.store.transaction(async (transaction) => {
        await transaction.query(HOLD, [ctx.workspaceId, pair.campaign_key, pair.asset_key]);
        const rules = await this.rules.readFor(transaction, ctx.workspaceId);
        await new PairRecount(transaction, this.store.dialect, ctx.workspaceId, rules).run({
          campaignKey: pair.campaign_key,
          assetKey: pair.asset_key,
        });
        await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [ctx.workspaceId]);
      });
    }
    await this.store.transaction((transaction) =>
      transaction.query('UPDATE workspace SET rebuilding = 0 WHERE id = ?', [ctx.workspaceId]),
    );
  }
}
