import type { CountingRules } from '@tallysheet/counting';
import { Injectable } from '@nestjs/common';
import { RunAgain, type Transaction } from '../database/store';

interface RulesRow {
  repeat_sends: CountingRules['repeatSends'];
  repeat_key: CountingRules['repeatKey'];
  soft_bounce: CountingRules['softBounce'];
  proximity_seconds: number;
  facts_version: number | string;
  personal_parameters: string | null;
}

/** All that counting goes by beside events. */
export interface CountingGround {
  rules: CountingRules;
  /** Grows with what changes who is who or what a link is for. */
  factsVersion: number;
  /** Parameters of links that are personal in this workspace, beside those that always are. */
  personalParameters: readonly string[];
}

/** What a workspace counts by. */
@Injectable()
export class CountingRulesRepository {
  async readFor(transaction: Transaction, workspaceId: number): Promise<CountingRules> {
    return (await this.ground(transaction, workspaceId)).rules;
  }

  async ground(transaction: Transaction, workspaceId: number): Promise<CountingGround> {
    const text =
      'SELECT repeat_sends, repeat_key, soft_bounce, proximity_seconds, facts_version, personal_parameters ' +
      'FROM workspace WHERE id = ?';
    const [row] = await transaction.query<RulesRow>(text, [workspaceId]);
    return {
      rules: {
        repeatSends: row!.repeat_sends,
        repeatKey: row!.repeat_key,
        softBounce: row!.soft_bounce,
        proximitySeconds: row!.proximity_seconds,
      },
      factsVersion: Number(row!.facts_version),
      personalParameters: row!.personal_parameters === null ? [] : (JSON.parse(row!.personal_parameters) as string[]),
    };
  }

  /**
   * Throws `RunAgain` if something has changed since `used` was read: a recount that follows does not know of a campaign
   * × asset that is new. The caller holds the workspace's row by now, so what is read is what stands when it commits.
   */
  async require(transaction: Transaction, workspaceId: number, used: CountingGround): Promise<void> {
    const now = await this.ground(transaction, workspaceId);
    if (JSON.stringify(now) !== JSON.stringify(used)) throw new RunAgain('What counting goes by has changed');
  }
}
