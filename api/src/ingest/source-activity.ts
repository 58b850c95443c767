import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { SOURCE_HOUR } from '../database/facts/fact-tables';
import type { Transaction } from '../database/store';

const HOUR_MS = 3_600_000;

/** What came of the events of one source. */
export interface SourceCounts {
  accepted: number;
  duplicates: number;
  rejected: number;
}

/**
 * Adds to what a source has sent in this hour, by the time of receipt. What could not be used is no sign of life: a forged
 * call is none of the source's. Who keeps rejected rows counts them.
 */
export async function noteActivity(
  transaction: Transaction,
  dialect: Dialect,
  key: { workspaceId: number; sourceId: number },
  { accepted, duplicates, rejected }: SourceCounts,
): Promise<void> {
  const now = Date.now();
  const last = accepted + duplicates > 0 ? now : 0;
  const row = [key.workspaceId, key.sourceId, Math.floor(now / HOUR_MS), accepted, duplicates, rejected, last];
  const suffix = dialect.merge(SOURCE_HOUR.key, {
    accepted: 'add',
    duplicates: 'add',
    rejected: 'add',
    last_at: 'max',
  });
  await insertRows(transaction, SOURCE_HOUR.name, Object.keys(SOURCE_HOUR.columns), [row], suffix);
}
