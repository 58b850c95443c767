-- whom a smart list keeps and leaves out
SELECT COALESCE(SUM(messages), 0) AS messages, COALESCE(SUM(is_in * messages), 0) AS messages_in,
  COUNT(*) AS people, COALESCE(SUM(is_in), 0) AS people_in
FROM (
  SELECT person_id, SUM(is_message) AS messages, MAX(at) AS latest, MAX(is_found) = 1 AS is_in
  FROM (
    SELECT person_id, at, 1 AS is_message, 0 AS is_found FROM (
    SELECT m.person_id, m.anchor_at AS at FROM campaign_asset AS p
    JOIN smart_campaign AS c ON c.workspace_id = p.workspace_id AND c.campaign_key = p.campaign_key
    JOIN asset AS a ON a.workspace_id = p.workspace_id AND a.asset_key = p.asset_key
    CROSS JOIN message AS m FORCE INDEX (message_anchor)
      ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key
    WHERE p.workspace_id = ? AND m.anchor_at IS NOT NULL AND m.anchor_at >= ? AND m.anchor_at < ? AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
    ) AS counted
    UNION ALL
    SELECT person_id, 0 AS at, 0 AS is_message, 1 AS is_found FROM (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT v.person_id FROM (
SELECT a.workspace_id, a.attribute_id, COALESCE(i.root_id, a.person_id) AS person_id, a.number_value, a.is_day,
a.text_value, a.text_key
FROM person_attribute a
LEFT JOIN person_identity i ON i.workspace_id = a.workspace_id AND i.person_id = a.person_id
WHERE NOT EXISTS (
SELECT 1 FROM person_identity o BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = a.attribute_id AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id
AND (o.merged_away < i.merged_away OR (o.merged_away = i.merged_away AND o.person_id < i.person_id)))) AS v
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
    ) AS listed
  ) AS gathered GROUP BY person_id HAVING SUM(is_message) > 0
) AS told;
-- [1,1709251200000,1709337600000,0,1,"email","p",1,7,"zurich","bern"]
SELECT COALESCE(SUM(messages), 0) AS messages, COALESCE(SUM(is_in * messages), 0) AS messages_in,
  COUNT(*) AS people, COALESCE(SUM(is_in), 0) AS people_in
FROM (
  SELECT person_id, SUM(is_message) AS messages, MAX(at) AS latest, MAX(is_found) = 0 AS is_in
  FROM (
    SELECT person_id, at, 1 AS is_message, 0 AS is_found FROM (
    SELECT DISTINCT m.campaign_key, m.asset_key, m.person_id, m.send_key, m.anchor_at AS at FROM event AS e
    JOIN NEXT message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE((SELECT i.root_id FROM person_identity AS i WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id) AND m.send_key = ''
    JOIN smart_campaign AS c ON c.workspace_id = e.workspace_id AND c.campaign_key = e.campaign_key
    JOIN asset AS a ON a.workspace_id = e.workspace_id AND a.asset_key = e.asset_key
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND m.anchor_at IS NOT NULL AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
    ) AS counted
    UNION ALL
    SELECT person_id, 0 AS at, 0 AS is_message, 1 AS is_found FROM (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT v.person_id FROM (
SELECT a.workspace_id, a.attribute_id, COALESCE(i.root_id, a.person_id) AS person_id, a.number_value, a.is_day,
a.text_value, a.text_key
FROM person_attribute a
LEFT JOIN person_identity i ON i.workspace_id = a.workspace_id AND i.person_id = a.person_id
WHERE NOT EXISTS (
SELECT 1 FROM person_identity o BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = a.attribute_id AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id
AND (o.merged_away < i.merged_away OR (o.merged_away = i.merged_away AND o.person_id < i.person_id)))) AS v
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
    ) AS listed
  ) AS gathered GROUP BY person_id HAVING SUM(is_message) > 0
) AS told;
-- [1,4,5,19783,19784,1709251200000,1709337600000,0,1,"email","p",1,7,"zurich","bern"]
SELECT COALESCE(SUM(messages), 0) AS sent, MAX(latest) AS latest
FROM (
  SELECT person_id, SUM(is_message) AS messages, MAX(at) AS latest, MAX(is_found) = 1 AS is_in
  FROM (
    SELECT person_id, at, 1 AS is_message, 0 AS is_found FROM (
    SELECT m.person_id, m.anchor_at AS at FROM campaign_asset AS p
    JOIN smart_campaign AS c ON c.workspace_id = p.workspace_id AND c.campaign_key = p.campaign_key
    JOIN asset AS a ON a.workspace_id = p.workspace_id AND a.asset_key = p.asset_key
    CROSS JOIN message AS m
      ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key
    WHERE p.workspace_id = ? AND m.sent_at IS NOT NULL AND m.audience IN (?, ?) AND a.channel = ? AND c.program_id IN (?)
    ) AS counted
    UNION ALL
    SELECT person_id, 0 AS at, 0 AS is_message, 1 AS is_found FROM (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT v.person_id FROM (
SELECT a.workspace_id, a.attribute_id, COALESCE(i.root_id, a.person_id) AS person_id, a.number_value, a.is_day,
a.text_value, a.text_key
FROM person_attribute a
LEFT JOIN person_identity i ON i.workspace_id = a.workspace_id AND i.person_id = a.person_id
WHERE NOT EXISTS (
SELECT 1 FROM person_identity o BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = a.attribute_id AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id
AND (o.merged_away < i.merged_away OR (o.merged_away = i.merged_away AND o.person_id < i.person_id)))) AS v
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
    ) AS listed
  ) AS gathered GROUP BY person_id HAVING SUM(is_message) > 0
) AS told WHERE is_in = 1;
-- [1,0,1,"email","p",1,7,"zurich","bern"]
SELECT COUNT(*) AS people, COALESCE(SUM(is_in), 0) AS people_in
FROM (
  SELECT person_id, SUM(is_message) AS messages, MAX(at) AS latest, MAX(is_found) = 1 AS is_in
  FROM (
    SELECT person_id, at, 1 AS is_message, 0 AS is_found FROM (
    SELECT COALESCE(i.root_id, p.person_id) AS person_id, 0 AS at FROM person AS p
    LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
    WHERE p.workspace_id = ? AND COALESCE(i.deleted, 0) = 0
    ) AS counted
    UNION ALL
    SELECT person_id, 0 AS at, 0 AS is_message, 1 AS is_found FROM (
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT v.person_id FROM (
SELECT a.workspace_id, a.attribute_id, COALESCE(i.root_id, a.person_id) AS person_id, a.number_value, a.is_day,
a.text_value, a.text_key
FROM person_attribute a
LEFT JOIN person_identity i ON i.workspace_id = a.workspace_id AND i.person_id = a.person_id
WHERE NOT EXISTS (
SELECT 1 FROM person_identity o BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = a.attribute_id AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id
AND (o.merged_away < i.merged_away OR (o.merged_away = i.merged_away AND o.person_id < i.person_id)))) AS v
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1)
    ) AS listed
  ) AS gathered GROUP BY person_id HAVING SUM(is_message) > 0
) AS told;
-- [1,1,7,"zurich","bern"]
SELECT DISTINCT person_id FROM message WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ? AND anchor_at IS NOT NULL AND anchor_at >= ? AND anchor_at < ? AND audience IN (?, ?) ORDER BY person_id LIMIT ?;
-- [1,2,3,{"type":"Buffer","data":[]},1709251200000,1709337600000,0,1,5000]
SELECT DISTINCT person_id FROM event FORCE INDEX (event_message) WHERE workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ? AND happened_at >= ? AND happened_at < ? ORDER BY person_id LIMIT ?;
-- [1,2,3,{"type":"Buffer","data":[]},1709251200000,1709337600000,5000]
