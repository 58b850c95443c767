-- how large campaigns and assets are
SELECT p.campaign_key, p.asset_key, p.changes, COALESCE(SUM(t.initial), 0) AS messages FROM campaign_asset AS p
LEFT JOIN tally AS t BY tally_asset ON t.workspace_id = p.workspace_id
  AND t.campaign_key = p.campaign_key
  AND t.asset_key = p.asset_key AND t.audience IN (?, ?, ?)
  AND t.basis = ? AND t.grain = ?
WHERE p.workspace_id = ? GROUP BY p.campaign_key, p.asset_key, p.changes;
-- [0,1,2,0,4,1]
