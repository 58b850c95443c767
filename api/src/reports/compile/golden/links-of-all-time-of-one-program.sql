-- links of all time of one program
SELECT t.campaign_key, t.asset_key, t.link_id AS name,
  SUM(t.clicked) AS clicked, SUM(t.total_clicks) AS total_clicks
FROM tally_link AS t BY KEY
JOIN smart_campaign AS c ON c.workspace_id = t.workspace_id AND c.campaign_key = t.campaign_key
JOIN asset AS a ON a.workspace_id = t.workspace_id AND a.asset_key = t.asset_key
WHERE t.workspace_id = ? AND t.audience IN (?, ?) AND t.basis = ?
  AND ((t.grain = ? AND t.slot >= ? AND t.slot < ?)) AND a.channel = ? AND c.program_id IN (?)
GROUP BY t.campaign_key, t.asset_key, t.link_id
HAVING SUM(t.total_clicks) > 0;
-- [1,0,1,0,4,0,1,"email","7"]
