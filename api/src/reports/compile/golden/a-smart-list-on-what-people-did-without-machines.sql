-- a smart list on what people did without machines
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT m.person_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
    JOIN message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE(i.root_id, e.person_id) AND m.send_key = COALESCE(e.run, '')
    LEFT JOIN (
      SELECT one.person_id, one.campaign_key, one.asset_key, one.send_key, one.clicked_second FROM (
        SELECT COALESCE(i.root_id, e.person_id) AS person_id, e.campaign_key, e.asset_key, COALESCE(e.run, '') AS send_key,
          e.happened_at - e.happened_at % 1000 AS clicked_second, c.link_id
        FROM event AS e
        JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
        JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
        LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
        WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND e.kind = 8 AND c.type NOT IN (1, 3)
      ) AS one JOIN (
        SELECT COALESCE(i.root_id, e.person_id) AS person_id, e.campaign_key, e.asset_key, COALESCE(e.run, '') AS send_key,
          e.happened_at - e.happened_at % 1000 AS clicked_second, c.link_id
        FROM event AS e
        JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
        JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
        LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
        WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND e.kind = 8 AND c.type NOT IN (1, 3)
      ) AS other ON other.person_id = one.person_id AND other.campaign_key = one.campaign_key
        AND other.asset_key = one.asset_key AND other.send_key = one.send_key AND other.link_id <> one.link_id
        AND other.clicked_second BETWEEN one.clicked_second - ? AND one.clicked_second + ?
    ) AS b ON b.person_id = m.person_id AND b.campaign_key = m.campaign_key AND b.asset_key = m.asset_key AND b.send_key = m.send_key AND ((e.kind = 7 AND b.clicked_second BETWEEN e.happened_at - e.happened_at % 1000 - ? AND e.happened_at - e.happened_at % 1000 + ?) OR (e.kind = 8 AND e.link_id IS NOT NULL AND b.clicked_second = e.happened_at - e.happened_at % 1000))
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND e.kind IN (7, 8, 11) AND m.audience IN (0, 1) AND COALESCE(e.verdict, 0) = 0 AND b.person_id IS NULL AND (e.kind <> 8 OR COALESCE(c.type, 0) NOT IN (1, 3))
  ) AS found_0
  UNION ALL
  SELECT 1 AS rule, person_id FROM (
    SELECT m.person_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
    JOIN message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE(i.root_id, e.person_id) AND m.send_key = COALESCE(e.run, '')
    LEFT JOIN (
      SELECT one.person_id, one.campaign_key, one.asset_key, one.send_key, one.clicked_second FROM (
        SELECT COALESCE(i.root_id, e.person_id) AS person_id, e.campaign_key, e.asset_key, COALESCE(e.run, '') AS send_key,
          e.happened_at - e.happened_at % 1000 AS clicked_second, c.link_id
        FROM event AS e
        JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
        JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
        LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
        WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.kind = 8 AND c.type NOT IN (1, 3)
      ) AS one JOIN (
        SELECT COALESCE(i.root_id, e.person_id) AS person_id, e.campaign_key, e.asset_key, COALESCE(e.run, '') AS send_key,
          e.happened_at - e.happened_at % 1000 AS clicked_second, c.link_id
        FROM event AS e
        JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
        JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
        LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id
        WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.kind = 8 AND c.type NOT IN (1, 3)
      ) AS other ON other.person_id = one.person_id AND other.campaign_key = one.campaign_key
        AND other.asset_key = one.asset_key AND other.send_key = one.send_key AND other.link_id <> one.link_id
        AND other.clicked_second BETWEEN one.clicked_second - ? AND one.clicked_second + ?
    ) AS b ON b.person_id = m.person_id AND b.campaign_key = m.campaign_key AND b.asset_key = m.asset_key AND b.send_key = m.send_key AND ((e.kind = 7 AND b.clicked_second BETWEEN e.happened_at - e.happened_at % 1000 - ? AND e.happened_at - e.happened_at % 1000 + ?) OR (e.kind = 8 AND e.link_id IS NOT NULL AND b.clicked_second = e.happened_at - e.happened_at % 1000))
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.kind IN (8) AND m.audience IN (0, 1) AND COALESCE(c.type, 0) = 0 AND COALESCE(e.verdict, 0) = 0 AND b.person_id IS NULL
  ) AS found_1
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1 AND MAX(rule = 1) = 1);
-- [1,4,5,19782,19784,1709251197000,1709337603000,1,4,5,19782,19784,1709251197000,1709337603000,2000,2000,2000,2000,1,4,5,19783,19784,1709251200000,1709337600000,1,4,5,1,4,5,2000,2000,2000,2000,1,4,5]
