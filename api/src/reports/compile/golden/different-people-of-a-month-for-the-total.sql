-- different people of a month for the total
SELECT COUNT(*) AS counted FROM (
  SELECT DISTINCT m.person_id
  FROM message AS m
  JOIN smart_campaign AS c ON c.workspace_id = m.workspace_id AND c.campaign_key = m.campaign_key
  JOIN asset AS a ON a.workspace_id = m.workspace_id AND a.asset_key = m.asset_key
  WHERE m.workspace_id = ? AND m.audience IN (?, ?)
    AND m.anchor_at IS NOT NULL AND m.anchor_at >= ? AND m.anchor_at < ? AND 1 = 1
) AS once;
-- [1,0,1,1709251200000,1711929600000]
