import type { Ctx } from '@tallysheet/contract';
import { judge, VERDICT_VERSION, VERDICTS } from '@tallysheet/counting';
import { Injectable } from '@nestjs/common';
import { Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { PairRecount } from './pair-recount';
import { holdPair, knownPairs } from './pairs';
import { PAIR_WHERE, type Pair } from './stored-messages';

interface Judged {
  agent_id: Uint8Array | null;
  user_agent: string | null;
  verdict: number;
  rule: string;
  n: number;
}

/** Judges the opens and clicks of all history by the rules of today, while events come in. */
@Injectable()
export class ReclassifyService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** One campaign × asset at a time; yields how many events have another verdict now. */
  async *run({ workspaceId }: Ctx): AsyncGenerator<{ pairsDone: number; pairs: number; changed: number }> {
    const pairs = await knownPairs(this.store, workspaceId);
    let pairsDone = 0;
    for (const pair of pairs) {
      const changed = await this.store.transaction((transaction) => this.judgePair(transaction, workspaceId, pair));
      pairsDone += 1;
      yield { pairsDone, pairs: pairs.length, changed };
    }
  }

  /** An event's verdict follows from its agent, unless its source has flagged it: so agents are judged, not events. */
  private async judgePair(transaction: Transaction, workspaceId: number, pair: Pair): Promise<number> {
    await holdPair(transaction, workspaceId, pair);
    const key = [workspaceId, pair.campaignKey, pair.assetKey];
    const agents = await transaction.query<Judged>(
      `SELECT e.agent_id AS agent_id, a.user_agent AS user_agent, e.verdict AS verdict, e.verdict_rule AS rule, ` +
        `COUNT(*) AS n FROM event e LEFT JOIN agent a ON a.workspace_id = e.workspace_id AND a.agent_id = e.agent_id ` +
        `WHERE e.workspace_id = ? AND e.campaign_key = ? AND e.asset_key = ? AND e.verdict IS NOT NULL ` +
        `AND e.verdict_rule <> 'source-flag' GROUP BY e.agent_id, a.user_agent, e.verdict, e.verdict_rule`,
      key,
    );
    let changed = 0;
    for (const { agent_id: agentId, user_agent: userAgent, verdict, rule, n } of agents) {
      const judged = judge({ agent: { userAgent: userAgent ?? '' } });
      const now = VERDICTS.indexOf(judged.verdict);
      if (now === verdict && judged.rule === rule) continue;
      const whose = agentId === null ? 'agent_id IS NULL' : 'agent_id = ?';
      await transaction.query(
        `UPDATE event SET verdict = ?, verdict_rule = ?, verdict_version = ? ` +
          `WHERE ${PAIR_WHERE} AND verdict = ? AND verdict_rule = ? AND ${whose}`,
        [now, judged.rule, VERDICT_VERSION, ...key, verdict, rule, ...(agentId === null ? [] : [agentId])],
      );
      if (now !== verdict) changed += Number(n);
    }
    if (changed === 0) return 0;
    const rules = await this.rules.readFor(transaction, workspaceId);
    await new PairRecount(transaction, this.store.dialect, workspaceId, rules).run(pair);
    await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    return changed;
  }
}
