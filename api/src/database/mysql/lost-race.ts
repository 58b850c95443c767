import { setTimeout as wait } from 'node:timers/promises';
import { TallysheetError } from '@tallysheet/contract';
import { RunAgain } from '../store';

/** Losing a race for locks or keys is no failure: the transaction was rolled back and may run again. */
const LOST = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'ER_DUP_ENTRY']);
const TRIES = 20;

/** Runs a whole transaction, again when it lost a race. Throws `database-busy` when it keeps losing. */
export async function untilItWins<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof RunAgain) && !LOST.has((error as { code?: string }).code ?? '')) throw error;
      if (tries >= TRIES) throw new TallysheetError('database-busy');
    }
    await wait(Math.random() * 20 * tries);
  }
}
