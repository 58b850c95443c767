-- a smart list on what people did without machines
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT r.person_id
    FROM (
    SELECT flagged.*, MAX(is_machine) OVER near AS near_machine FROM (
    SELECT reactions.*, CASE WHEN link_id IS NOT NULL AND MIN(link_id) OVER near <> MAX(link_id) OVER near THEN 1 ELSE 0 END AS is_machine FROM (
    SELECT m.person_id, m.campaign_key, m.asset_key, m.send_key, e.kind, e.happened_at,
      e.happened_at - e.happened_at % 1000 AS at_second, COALESCE(e.verdict, 0) AS verdict,
      COALESCE(c.type, 0) AS type, CASE WHEN e.kind = 8 THEN c.link_id END AS link_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    JOIN NEXT message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE((SELECT i.root_id FROM person_identity AS i WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id) AND m.send_key = COALESCE(e.run, '')
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND e.kind IN (7, 8, 11) AND m.audience IN (0, 1) AND (e.kind <> 8 OR COALESCE(c.type, 0) NOT IN (1, 3))
    ) AS reactions
    WINDOW near AS (PARTITION BY person_id, campaign_key, asset_key, send_key ORDER BY at_second RANGE BETWEEN ? PRECEDING AND ? FOLLOWING)
    ) AS flagged
    WINDOW near AS (PARTITION BY person_id, campaign_key, asset_key, send_key ORDER BY at_second RANGE BETWEEN ? PRECEDING AND ? FOLLOWING)
    ) AS r WHERE r.happened_at >= ? AND r.happened_at < ? AND r.verdict = 0 AND r.is_machine = 0 AND NOT (r.kind = 7 AND r.near_machine = 1)
  ) AS found_0
  UNION ALL
  SELECT 1 AS rule, person_id FROM (
    SELECT r.person_id
    FROM (
    SELECT flagged.*, MAX(is_machine) OVER near AS near_machine FROM (
    SELECT reactions.*, CASE WHEN link_id IS NOT NULL AND MIN(link_id) OVER near <> MAX(link_id) OVER near THEN 1 ELSE 0 END AS is_machine FROM (
    SELECT m.person_id, m.campaign_key, m.asset_key, m.send_key, e.kind, e.happened_at,
      e.happened_at - e.happened_at % 1000 AS at_second, COALESCE(e.verdict, 0) AS verdict,
      COALESCE(c.type, 0) AS type, CASE WHEN e.kind = 8 THEN c.link_id END AS link_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    JOIN NEXT message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE((SELECT i.root_id FROM person_identity AS i WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id) AND m.send_key = COALESCE(e.run, '')
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.kind IN (8) AND m.audience IN (0, 1) AND (e.kind <> 8 OR COALESCE(c.type, 0) NOT IN (1, 3))
    ) AS reactions
    WINDOW near AS (PARTITION BY person_id, campaign_key, asset_key, send_key ORDER BY at_second RANGE BETWEEN ? PRECEDING AND ? FOLLOWING)
    ) AS flagged
    WINDOW near AS (PARTITION BY person_id, campaign_key, asset_key, send_key ORDER BY at_second RANGE BETWEEN ? PRECEDING AND ? FOLLOWING)
    ) AS r WHERE r.type = 0 AND r.verdict = 0 AND r.is_machine = 0 AND NOT (r.kind = 7 AND r.near_machine = 1)
  ) AS found_1
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1 AND MAX(rule = 1) = 1);
-- [1,4,5,19782,19784,1709251197000,1709337603000,2000,2000,2000,2000,1709251200000,1709337600000,1,4,5,2000,2000,2000,2000]
