-- by day and hour of a zone that changes its clocks reads each part by itself
SELECT c.id AS campaign_id, c.name AS campaign_name, c.campaign_type, c.program_id AS program_id,
  cp.name AS campaign_program, cp.tags AS campaign_tags,
  a.id AS asset_id, a.name AS asset_name, a.channel, a.subject, a.from_name, a.open_tracking,
  ap.name AS asset_program, ap.tags AS asset_tags, t.*
FROM (
  SELECT campaign_key, asset_key, local_day, local_hour, SUM(opened) AS opened, SUM(total_opens) AS total_opens, SUM(present) AS present
  FROM (
    SELECT campaign_key, asset_key, slot + ? - (slot + ?) % 96 AS local_day, (slot + ?) % 96 - (slot + ?) % 4 AS local_hour, SUM(opened) AS opened, SUM(total_opens) AS total_opens, SUM(initial + rejected + prepared + sent + delivered + hard_bounced + soft_bounced + pending + opened + clicked + unsubscribed + complained + forwarded + mirror_viewed + opt_out_clicked + impressions + total_opens + total_clicks + total_opt_out_clicks + total_mirror_views) AS present FROM tally BY KEY WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? AND slot >= ? AND slot < ? GROUP BY campaign_key, asset_key, local_day, local_hour
    UNION ALL
    SELECT campaign_key, asset_key, slot + ? - (slot + ?) % 96 AS local_day, (slot + ?) % 96 - (slot + ?) % 4 AS local_hour, SUM(opened) AS opened, SUM(total_opens) AS total_opens, SUM(initial + rejected + prepared + sent + delivered + hard_bounced + soft_bounced + pending + opened + clicked + unsubscribed + complained + forwarded + mirror_viewed + opt_out_clicked + impressions + total_opens + total_clicks + total_opt_out_clicks + total_mirror_views) AS present FROM tally BY KEY WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? AND slot >= ? AND slot < ? GROUP BY campaign_key, asset_key, local_day, local_hour
  ) AS scanned
  GROUP BY campaign_key, asset_key, local_day, local_hour
) AS t
JOIN smart_campaign AS c ON c.workspace_id = ? AND c.campaign_key = t.campaign_key
JOIN asset AS a ON a.workspace_id = ? AND a.asset_key = t.asset_key
LEFT JOIN program AS cp ON cp.workspace_id = ? AND cp.id = c.program_id
LEFT JOIN program AS ap ON ap.workspace_id = ? AND ap.id = a.program_id
WHERE a.channel = ?
ORDER BY c.campaign_key, a.asset_key, t.local_day, t.local_hour;
-- [-20,-20,-20,-20,1,0,1,1,1,1899860,1900060,-16,-16,-16,-16,1,0,1,1,1,1900060,1900240,1,1,1,1,"email"]
