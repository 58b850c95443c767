import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import type { Difference } from './difference';
import { PairCheck } from './pair-check';
import type { Pair } from './stored-messages';
import { TALLY_TABLES } from './breakdown.repository';

/** How far a verification is, and what it has found since the last step. */
export interface VerifyStep {
  pairsDone: number;
  pairs: number;
  messages: number;
  differences: Difference[];
}

/** Tables that hold rows of a campaign × asset, beside the list of them. */
const HOLDERS = ['event', 'message', ...TALLY_TABLES];

/** Compares events, messages and tallies, while events come in. Changes nothing. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** Each campaign × asset in one snapshot; memory stays flat however many messages it has. */
  async *run(ctx: Ctx): AsyncGenerator<VerifyStep> {
    const pairs = await this.pairs(ctx);
    let pairsDone = 0;
    for (const pair of pairs) {
      // A snapshot is worked through within one call, so its steps are gathered; differences are few or a scandal.
      const found = await this.store.snapshot((snapshot) => this.check(snapshot, ctx.workspaceId, pair));
      pairsDone += 1;
      yield { pairsDone, pairs: pairs.length, ...found };
    }
  }

  private async check(snapshot: Transaction, workspaceId: number, pair: Pair) {
    const rules = await this.rules.readFor(snapshot, workspaceId);
    const found: Pick<VerifyStep, 'messages' | 'differences'> = { messages: 0, differences: [] };
    for await (const { messages, differences } of new PairCheck(snapshot, this.store.dialect, workspaceId, rules).run(
      pair,
    )) {
      found.messages += messages;
      found.differences.push(...differences);
    }
    return found;
  }

  private async pairs({ workspaceId }: Ctx): Promise<Pair[]> {
    const held = HOLDERS.map(
      (table) =>
        `SELECT DISTINCT campaign_key, asset_key FROM ${table} WHERE workspace_id = ? AND campaign_key IS NOT NULL`,
    );
    const text = ['SELECT campaign_key, asset_key FROM campaign_asset WHERE workspace_id = ?', ...held].join(' UNION ');
    const rows = await this.store.query<{ campaign_key: number; asset_key: number }>(
      text,
      Array.from({ length: held.length + 1 }, () => workspaceId),
    );
    return rows
      .map((row) => ({ campaignKey: row.campaign_key, assetKey: row.asset_key }))
      .sort((a, b) => a.campaignKey - b.campaignKey || a.assetKey - b.assetKey);
  }
}
