-- who bounced or clicked on a day by date of activity
SELECT anchor_at, person_id, send_key FROM message FORCE INDEX (message_anchor)
WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND anchor_at IS NOT NULL AND audience IN (?, ?) AND ((bounced_at >= ? AND bounced_at < ? AND state = 1) OR (bounced_at >= ? AND bounced_at < ? AND state = 2))
ORDER BY anchor_at, person_id, send_key LIMIT ?;
-- [1,2,3,0,1,1709317800000,1709404200000,1709317800000,1709404200000,51]
SELECT anchor_at, person_id, send_key FROM message FORCE INDEX (message_anchor)
WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND anchor_at IS NOT NULL AND audience IN (?, ?) AND ((clicked_at < ? AND clicked_at IS NOT NULL))
ORDER BY anchor_at, person_id, send_key LIMIT ?;
-- [1,2,3,0,1,1709404200000,51]
