-- a year reads whole months
SELECT c.id AS campaign_id, c.name AS campaign_name, c.campaign_type, c.program_id AS program_id,
  cp.name AS campaign_program, cp.tags AS campaign_tags,
  a.id AS asset_id, a.name AS asset_name, a.channel, a.subject, a.from_name, a.open_tracking,
  ap.name AS asset_program, ap.tags AS asset_tags, t.*
FROM (
  SELECT campaign_key, asset_key, SUM(sent) AS sent, SUM(delivered) AS delivered, SUM(opened_tracked) AS opened_tracked, SUM(delivered_tracked) AS delivered_tracked, SUM(no_send_record) AS no_send_record
  FROM (
    SELECT campaign_key, asset_key, SUM(sent) AS sent, SUM(delivered) AS delivered, SUM(opened_tracked) AS opened_tracked, SUM(delivered_tracked) AS delivered_tracked, SUM(no_send_record) AS no_send_record, SUM(initial) AS present FROM tally BY KEY WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? AND slot >= ? AND slot < ? GROUP BY campaign_key, asset_key
  ) AS scanned
  GROUP BY campaign_key, asset_key
  HAVING SUM(present) > 0
) AS t
JOIN smart_campaign AS c ON c.workspace_id = ? AND c.campaign_key = t.campaign_key
JOIN asset AS a ON a.workspace_id = ? AND a.asset_key = t.asset_key
LEFT JOIN program AS cp ON cp.workspace_id = ? AND cp.id = c.program_id
LEFT JOIN program AS ap ON ap.workspace_id = ? AND ap.id = a.program_id
WHERE a.channel = ?
ORDER BY c.campaign_key, a.asset_key;
-- [1,0,1,0,3,1858368,1893408,1,1,1,1,"email"]
