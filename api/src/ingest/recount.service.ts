import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { Store } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { PairRecount } from './pair-recount';
import { holdPair, knownPairs } from './pairs';
import type { Pair } from './stored-messages';

/** Counts everything anew from the stored events, one campaign × asset at a time, while events come in. */
@Injectable()
export class RecountService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** Recounts the whole workspace by its present rules, and notes that it is done. */
  async recount(ctx: Ctx): Promise<void> {
    await this.recountPairs(ctx, await knownPairs(this.store, ctx.workspaceId));
    await this.store.transaction((transaction) =>
      transaction.query('UPDATE workspace SET rebuilding = 0 WHERE id = ?', [ctx.workspaceId]),
    );
  }

  /** Recounts some campaigns × assets, each in its own transaction. */
  async recountPairs({ workspaceId }: Ctx, pairs: readonly Pair[]): Promise<void> {
    for (const pair of pairs) {
      await this.store.transaction(async (transaction) => {
        await holdPair(transaction, workspaceId, pair);
        const rules = await this.rules.readFor(transaction, workspaceId);
        await new PairRecount(transaction, this.store.dialect, workspaceId, rules).run(pair);
        await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
      });
    }
  }
}
