-- who opened what was sent on a day and who comes after
SELECT anchor_at, person_id, send_key FROM message FORCE INDEX (message_anchor)
WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND anchor_at IS NOT NULL AND anchor_at >= ? AND anchor_at < ? AND audience IN (?, ?) AND (opened_at IS NOT NULL)
ORDER BY anchor_at, person_id, send_key LIMIT ?;
-- [1,2,3,1709317800000,1709404200000,0,1,51]
SELECT anchor_at, person_id, send_key FROM message FORCE INDEX (message_anchor)
WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND anchor_at IS NOT NULL AND anchor_at >= ? AND anchor_at < ? AND anchor_at >= ? AND (anchor_at > ? OR person_id > ? OR (person_id = ? AND send_key > ?)) AND audience IN (?, ?) AND (opened_at IS NOT NULL)
ORDER BY anchor_at, person_id, send_key LIMIT ?;
-- [1,2,3,1709317800000,1709404200000,1709318000000,1709318000000,{"type":"Buffer","data":[7,7]},{"type":"Buffer","data":[7,7]},"r1",0,1,51]
