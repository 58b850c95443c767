import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { CAMPAIGN_ASSET } from '../database/facts/fact-tables';
import type { Transaction } from '../database/store';
import { PAIR_WHERE, type Pair } from './stored-messages';

/** Holds one campaign × asset that is known until the transaction ends: batches for it wait at the same row. */
export async function holdPair(transaction: Transaction, workspaceId: number, pair: Pair): Promise<void> {
  const text = `UPDATE campaign_asset SET changes = changes + 1 WHERE ${PAIR_WHERE}`;
  await transaction.query(text, [workspaceId, pair.campaignKey, pair.assetKey]);
}

/**
 * Holds these campaigns and assets until the transaction ends, in key order, noting those that are new: batches for the
 * same messages and a recount take turns. What counting goes by is read after it, so that a changed rule never meets
 * facts of the old one.
 */
export async function holdPairs(
  transaction: Transaction,
  dialect: Dialect,
  workspaceId: number,
  pairs: Iterable<Pair>,
): Promise<void> {
  const rows = new Map<string, [workspace: number, campaign: number, asset: number, changes: number]>();
  for (const { campaignKey, assetKey } of pairs) {
    rows.set(`${campaignKey}/${assetKey}`, [workspaceId, campaignKey, assetKey, 1]);
  }
  const sorted = [...rows.values()].sort((a, b) => a[1] - b[1] || a[2] - b[2]);
  const suffix = dialect.merge(CAMPAIGN_ASSET.key, { changes: 'add' });
  await insertRows(transaction, CAMPAIGN_ASSET.name, [...CAMPAIGN_ASSET.key, 'changes'], sorted, suffix);
}

/** Lets everything wait for a recount: batches that are under way are waited for first. */
export const MARK_ALL_STALE = 'UPDATE campaign_asset SET stale = 1 WHERE workspace_id = ?';

/** Those that wait for a recount. */
export async function stalePairs(transaction: Pick<Transaction, 'query'>, workspaceId: number): Promise<Pair[]> {
  return pairsWhere(transaction, 'workspace_id = ? AND stale = 1', workspaceId);
}

/** Every campaign × asset that the workspace knows. */
export async function knownPairs(transaction: Pick<Transaction, 'query'>, workspaceId: number): Promise<Pair[]> {
  return pairsWhere(transaction, 'workspace_id = ?', workspaceId);
}

async function pairsWhere(
  transaction: Pick<Transaction, 'query'>,
  where: string,
  workspaceId: number,
): Promise<Pair[]> {
  const text = `SELECT campaign_key, asset_key FROM campaign_asset WHERE ${where}`;
  const rows = await transaction.query<{ campaign_key: number; asset_key: number }>(text, [workspaceId]);
  return rows.map((row) => ({ campaignKey: row.campaign_key, assetKey: row.asset_key }));
}
