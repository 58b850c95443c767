import { AUDIENCES, GRAINS, TALLY_BASES } from '@tallysheet/contract';
import type { CompiledQuery } from './sheet-query';

/** How often each campaign × asset of a workspace has been changed, and how many messages it has in all. */
export function compilePairSizes(workspaceId: number, by: (index: string) => string): CompiledQuery {
  const audiences = AUDIENCES.map((_, place) => place);
  const text = [
    'SELECT p.campaign_key, p.asset_key, p.changes, COALESCE(SUM(t.initial), 0) AS messages FROM campaign_asset AS p',
    `LEFT JOIN tally AS t ${by('tally_asset')} ON t.workspace_id = p.workspace_id`,
    '  AND t.campaign_key = p.campaign_key',
    `  AND t.asset_key = p.asset_key AND t.audience IN (${audiences.map(() => '?').join(', ')})`,
    '  AND t.basis = ? AND t.grain = ?',
    'WHERE p.workspace_id = ? GROUP BY p.campaign_key, p.asset_key, p.changes',
  ].join('\n');
  return { text, parameters: [...audiences, TALLY_BASES.indexOf('sent'), GRAINS.indexOf('all'), workspaceId] };
}
