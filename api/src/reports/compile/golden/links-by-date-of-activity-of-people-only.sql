-- links by date of activity of people only
SELECT t.campaign_key, t.asset_key, t.link_id AS name,
  SUM(t.total_clicks_human) AS total_clicks_human
FROM tally_link AS t BY KEY
JOIN smart_campaign AS c ON c.workspace_id = t.workspace_id AND c.campaign_key = t.campaign_key
JOIN asset AS a ON a.workspace_id = t.workspace_id AND a.asset_key = t.asset_key
WHERE t.workspace_id = ? AND t.audience IN (?, ?) AND t.basis = ?
  AND ((t.grain = ? AND t.slot >= ? AND t.slot < ?)) AND a.channel = ?
GROUP BY t.campaign_key, t.asset_key, t.link_id
HAVING SUM(t.total_clicks_human) > 0;
-- [1,0,1,1,2,1899264,1899840,"email"]
SELECT DISTINCT person_id FROM event FORCE INDEX (event_message) WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND link_id IS NOT NULL AND ((happened_at >= ? AND happened_at < ?) OR (happened_at >= ? AND happened_at < ?));
-- [1,2,3,1899242,1899264,1899840,1899914]
