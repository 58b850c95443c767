-- different runs of all time of one program by campaign
SELECT row_0, row_1, COUNT(*) AS counted FROM (
  SELECT DISTINCT c.program_id AS row_0, c.id AS row_1, m.campaign_key, m.run
  FROM campaign_asset AS k
  CROSS JOIN message AS m
    ON m.workspace_id = k.workspace_id AND m.campaign_key = k.campaign_key AND m.asset_key = k.asset_key
  JOIN smart_campaign AS c ON c.workspace_id = m.workspace_id AND c.campaign_key = m.campaign_key
  JOIN asset AS a ON a.workspace_id = m.workspace_id AND a.asset_key = m.asset_key
  WHERE k.workspace_id = ? AND m.audience IN (?)
    AND m.run IS NOT NULL AND 1 = 1 AND c.program_id IN (?)
) AS once GROUP BY row_0, row_1;
-- [1,0,"1"]
