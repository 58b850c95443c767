import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type ProgramFigures, type ProgramFiguresRead } from '@tallysheet/contract';
import { insertRows } from '../database/bulk';
import { Store, type Transaction } from '../database/store';

const OF_ONE = 'workspace_id = ? AND program_id = ?';

/** What a program cost and which statuses are a success in it, as people have entered them. */
@Injectable()
export class ProgramFiguresService {
  constructor(private readonly store: Store) {}

  /** Throws `program-not-found`. */
  read({ workspaceId }: Ctx, id: string): Promise<ProgramFiguresRead> {
    return this.store.snapshot(async (snapshot) => {
      const successStatuses = await demandProgram(snapshot, workspaceId, id);
      const costs = await snapshot.query<{ month: string; amount: number }>(
        `SELECT month, amount FROM program_cost WHERE ${OF_ONE} ORDER BY month`,
        [workspaceId, id],
      );
      const statuses = await snapshot.query<{ status: string }>(
        `SELECT status FROM program_status WHERE ${OF_ONE} AND status IS NOT NULL ` +
          'GROUP BY status ORDER BY COUNT(*) DESC, status LIMIT 100',
        [workspaceId, id],
      );
      return {
        costs: costs.map(({ month, amount }) => ({ month, amount: Number(amount) / 100 })),
        successStatuses,
        statuses: statuses.map(({ status }) => status),
      };
    });
  }

  /** Puts these figures in the place of all that were there. Throws `program-not-found`. */
  async change(ctx: Ctx, id: string, { costs, successStatuses }: ProgramFigures): Promise<ProgramFiguresRead> {
    const { workspaceId } = ctx;
    await this.store.transaction(async (transaction) => {
      const statuses = successStatuses && JSON.stringify([...new Set(successStatuses)]);
      // First of all, so that two who change the same program take turns.
      const rule = 'UPDATE program SET success_statuses = ? WHERE workspace_id = ? AND id = ?';
      await transaction.query(rule, [statuses, workspaceId, id]);
      await demandProgram(transaction, workspaceId, id);
      await transaction.query(`DELETE FROM program_cost WHERE ${OF_ONE}`, [workspaceId, id]);
      const rows = costs.map(({ month, amount }) => [workspaceId, id, month, Math.round(amount * 100)]);
      await insertRows(transaction, 'program_cost', ['workspace_id', 'program_id', 'month', 'amount'], rows);
      await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    });
    return this.read(ctx, id);
  }
}

/** The statuses that are a success in a program, if it says so itself. */
async function demandProgram(within: Transaction, workspaceId: number, id: string): Promise<string[] | null> {
  const text = 'SELECT success_statuses FROM program WHERE workspace_id = ? AND id = ?';
  const [program] = await within.query<{ success_statuses: string | null }>(text, [workspaceId, id]);
  if (!program) throw new TallysheetError('program-not-found', { id });
  return program.success_statuses === null ? null : (JSON.parse(program.success_statuses) as string[]);
}
