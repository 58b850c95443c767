-- whom a smart list keeps and leaves out
SELECT COUNT(*) AS messages, COALESCE(SUM(is_in), 0) AS messages_in, COUNT(DISTINCT person_id) AS people,
  COUNT(DISTINCT CASE WHEN is_in = 1 THEN person_id END) AS people_in
FROM (
  SELECT counted.person_id, CASE WHEN listed.person_id IS NOT NULL THEN 1 ELSE 0 END AS is_in FROM (
    SELECT m.person_id, m.anchor_at AS at FROM campaign_asset AS p
    JOIN smart_campaign AS c ON c.workspace_id = p.workspace_id AND c.campaign_key = p.campaign_key
    JOIN asset AS a ON a.workspace_id = p.workspace_id AND a.asset_key = p.asset_key
    JOIN message AS m ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key
    WHERE p.workspace_id = ? AND m.anchor_at IS NOT NULL AND m.anchor_at >= ? AND m.anchor_at < ? AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
  ) AS counted
LEFT JOIN (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
) AS listed ON listed.person_id = counted.person_id
) AS told;
-- [1,1709251200000,1709337600000,0,1,"email","p",1,7,"zurich","bern"]
SELECT COUNT(*) AS messages, COALESCE(SUM(is_in), 0) AS messages_in, COUNT(DISTINCT person_id) AS people,
  COUNT(DISTINCT CASE WHEN is_in = 1 THEN person_id END) AS people_in
FROM (
  SELECT counted.person_id, CASE WHEN listed.person_id IS NULL THEN 1 ELSE 0 END AS is_in FROM (
    SELECT DISTINCT m.campaign_key, m.asset_key, m.person_id, m.send_key FROM event AS e
    LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
    JOIN message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE(i.root_id, e.person_id) AND m.send_key = ''
    JOIN smart_campaign AS c ON c.workspace_id = e.workspace_id AND c.campaign_key = e.campaign_key
    JOIN asset AS a ON a.workspace_id = e.workspace_id AND a.asset_key = e.asset_key
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND m.anchor_at IS NOT NULL AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
  ) AS counted
LEFT JOIN (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
) AS listed ON listed.person_id = counted.person_id
) AS told;
-- [1,4,5,19783,19784,1709251200000,1709337600000,0,1,"email","p",1,7,"zurich","bern"]
SELECT COUNT(*) AS sent, MAX(counted.at) AS latest FROM (
    SELECT m.person_id, m.sent_at AS at FROM campaign_asset AS p
    JOIN smart_campaign AS c ON c.workspace_id = p.workspace_id AND c.campaign_key = p.campaign_key
    JOIN asset AS a ON a.workspace_id = p.workspace_id AND a.asset_key = p.asset_key
    JOIN message AS m ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key
    WHERE p.workspace_id = ? AND m.sent_at IS NOT NULL AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
  ) AS counted
LEFT JOIN (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
) AS listed ON listed.person_id = counted.person_id
WHERE listed.person_id IS NOT NULL;
-- [1,0,1,"email","p",1,7,"zurich","bern"]
SELECT COUNT(*) AS people, COALESCE(SUM(CASE WHEN listed.person_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS people_in FROM (
  SELECT DISTINCT COALESCE(i.root_id, p.person_id) AS person_id FROM person AS p
  LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
  WHERE p.workspace_id = ? AND COALESCE(i.deleted, 0) = 0
) AS known
LEFT JOIN (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
) AS listed ON listed.person_id = known.person_id;
-- [1,1,7,"zurich","bern"]
SELECT DISTINCT person_id FROM message WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ? AND anchor_at IS NOT NULL AND anchor_at >= ? AND anchor_at < ? AND audience IN (?, ?) ORDER BY person_id LIMIT ?;
-- [1,2,3,{"type":"Buffer","data":[]},1709251200000,1709337600000,0,1,5000]
SELECT DISTINCT person_id FROM event FORCE INDEX (event_message) WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ? AND happened_at >= ? AND happened_at < ? ORDER BY person_id LIMIT ?;
-- [1,2,3,{"type":"Buffer","data":[]},1709251200000,1709337600000,5000]
