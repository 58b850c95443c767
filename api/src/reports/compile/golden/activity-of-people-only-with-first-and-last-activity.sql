-- activity of people only with first and last activity
SELECT c.id AS campaign_id, c.name AS campaign_name, c.campaign_type, c.program_id AS program_id,
  cp.name AS campaign_program, cp.tags AS campaign_tags,
  a.id AS asset_id, a.name AS asset_name, a.channel, a.subject, a.from_name, a.open_tracking,
  ap.name AS asset_program, ap.tags AS asset_tags, t.*
FROM (
  SELECT campaign_key, asset_key, SUM(opened_human) AS opened_human, SUM(clicked_human) AS clicked_human, SUM(total_opens_human) AS total_opens_human, MIN(first_activity_at) AS first_activity_at, MAX(last_activity_at) AS last_activity_at
  FROM (
    SELECT campaign_key, asset_key, SUM(opened_human) AS opened_human, SUM(clicked_human) AS clicked_human, SUM(total_opens_human) AS total_opens_human, MIN(first_activity_at) AS first_activity_at, MAX(last_activity_at) AS last_activity_at, SUM(initial + rejected + prepared + sent + delivered + hard_bounced + soft_bounced + pending + opened_human + clicked_human + unsubscribed + complained + forwarded + mirror_viewed + opt_out_clicked + impressions + total_opens_human + total_clicks_human + total_opt_out_clicks + total_mirror_views) AS present FROM tally BY KEY WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? AND slot >= ? AND slot < ? GROUP BY campaign_key, asset_key
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
-- [1,0,1,1,4,0,1,1,1,1,1,"email"]
