import type { CountingRules } from '@tallysheet/counting';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/store';

interface RulesRow {
  repeat_sends: CountingRules['repeatSends'];
  repeat_key: CountingRules['repeatKey'];
  soft_bounce: CountingRules['softBounce'];
  proximity_seconds: number;
}

/** The counting rules that a workspace has chosen. */
@Injectable()
export class CountingRulesRepository {
  async readFor(transaction: Transaction, workspaceId: number): Promise<CountingRules> {
    const text = 'SELECT repeat_sends, repeat_key, soft_bounce, proximity_seconds FROM workspace WHERE id = ?';
    const [row] = await transaction.query<RulesRow>(text, [workspaceId]);
    return {
      repeatSends: row!.repeat_sends,
      repeatKey: row!.repeat_key,
      softBounce: row!.soft_bounce,
      proximitySeconds: row!.proximity_seconds,
    };
  }
}
