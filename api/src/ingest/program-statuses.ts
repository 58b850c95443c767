import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { PROGRAM_STATUS } from '../database/facts/person-tables';
import type { SqlValue, Transaction } from '../database/store';
import type { PlacedEvent } from './event.repository';

/**
 * Keeps which status somebody got in a program, beside the event that said so. A program that only such events have named
 * is made, so that it has its row. Tests are passed over.
 */
export async function insertProgramStatuses(
  transaction: Transaction,
  dialect: Dialect,
  { workspaceId, sourceId }: { workspaceId: number; sourceId: number },
  events: readonly PlacedEvent[],
): Promise<void> {
  const programs = new Map<string, SqlValue[]>();
  const statuses: SqlValue[][] = [];
  for (const { incoming } of events) {
    const { event, columns, at } = incoming;
    if (!event.program || incoming.isMessage || event.test) continue;
    const { id, name } = event.program;
    programs.set(id, [workspaceId, id, name ?? id, 0]);
    if (event.kind !== 'programStatusChanged') continue;
    const { name: status = null, success = false } = event.status ?? {};
    statuses.push([
      ...[workspaceId, id, at, sourceId, columns['event_hash']!, incoming.personId],
      ...[status, success ? 1 : 0],
    ]);
  }
  if (programs.size === 0) return;
  const named = [...programs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const program = ['workspace_id', 'id', 'name', 'archived'];
  await insertRows(transaction, 'program', program, named, dialect.keepExisting(['workspace_id', 'id']));
  const suffix = dialect.keepExisting(PROGRAM_STATUS.key);
  await insertRows(transaction, PROGRAM_STATUS.name, Object.keys(PROGRAM_STATUS.columns), statuses, suffix);
}
