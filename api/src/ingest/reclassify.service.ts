import type { Ctx } from '@tallysheet/contract';
import { Inject, Injectable } from '@nestjs/common';
import { Store, type Transaction } from '../database/store';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { CountingRulesRepository } from './counting-rules.repository';
import { PairAgents } from './pair-agents';
import { PairRecount } from './pair-recount';
import { holdPair, knownPairs } from './pairs';
import type { Pair } from './stored-messages';

/**
 * Judges the opens and clicks of all history by the rules and the list of addresses of today, and names their devices by
 * the table of today, while events come in.
 */
@Injectable()
export class ReclassifyService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One campaign × asset at a time; yields how many events have another verdict or device now. */
  async *run({ workspaceId }: Ctx): AsyncGenerator<{ pairsDone: number; pairs: number; changed: number }> {
    const pairs = await knownPairs(this.store, workspaceId);
    let pairsDone = 0;
    for (const pair of pairs) {
      const changed = await this.store.transaction((transaction) => this.judgePair(transaction, workspaceId, pair));
      pairsDone += 1;
      yield { pairsDone, pairs: pairs.length, changed };
    }
  }

  private async judgePair(transaction: Transaction, workspaceId: number, pair: Pair): Promise<number> {
    await holdPair(transaction, workspaceId, pair);
    const agents = new PairAgents(transaction, this.store.dialect, workspaceId, this.config.ipRanges);
    const changed = await agents.readAgain(pair);
    if (changed === 0) return 0;
    const rules = await this.rules.readFor(transaction, workspaceId);
    await new PairRecount(transaction, this.store.dialect, workspaceId, rules).run(pair);
    await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    return changed;
  }
}
