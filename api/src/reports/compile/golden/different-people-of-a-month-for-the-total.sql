-- different people of a month for the total
SELECT COUNT(*) AS counted FROM (
  SELECT DISTINCT m.person_id
  FROM campaign_asset AS k
  CROSS JOIN message AS m INDEXED BY message_anchor
    ON m.workspace_id = k.workspace_id AND m.campaign_key = k.campaign_key AND m.asset_key = k.asset_key
  JOIN smart_campaign AS c ON c.workspace_id = m.workspace_id AND c.campaign_key = m.campaign_key
  JOIN asset AS a ON a.workspace_id = m.workspace_id AND a.asset_key = m.asset_key
  WHERE k.workspace_id = ? AND m.audience IN (?, ?)
    AND m.anchor_at IS NOT NULL AND m.anchor_at >= ? AND m.anchor_at < ? AND 1 = 1
) AS once;
-- [1,0,1,1709251200000,1711929600000]
