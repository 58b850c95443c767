-- domains of days off by five and a half hours
SELECT t.campaign_key, t.asset_key, t.domain AS name,
  SUM(t.initial) AS initial, SUM(t.sent) AS sent, SUM(t.opened) AS opened, SUM(t.clicked) AS clicked, SUM(t.total_clicks) AS total_clicks, SUM(t.no_send_record) AS no_send_record
FROM tally_domain AS t BY KEY
JOIN smart_campaign AS c ON c.workspace_id = t.workspace_id AND c.campaign_key = t.campaign_key
JOIN asset AS a ON a.workspace_id = t.workspace_id AND a.asset_key = t.asset_key
WHERE t.workspace_id = ? AND t.audience IN (?, ?) AND t.basis = ?
  AND ((t.grain = ? AND t.slot >= ? AND t.slot < ?)) AND a.channel = ?
GROUP BY t.campaign_key, t.asset_key, t.domain
HAVING SUM(t.initial) > 0;
-- [1,0,1,0,2,1899264,1899840,"email"]
SELECT DISTINCT campaign_key, asset_key FROM tally BY KEY WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? AND ((slot >= ? AND slot < ?) OR (slot >= ? AND slot < ?));
-- [1,0,1,0,0,1899242,1899264,1899840,1899914]
SELECT DISTINCT person_id FROM message FORCE INDEX (message_anchor) WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND ((anchor_at >= ? AND anchor_at < ?) OR (anchor_at >= ? AND anchor_at < ?));
-- [1,2,3,1899242,1899264,1899840,1899914]
