-- a smart list on what people did
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT m.person_id FROM message AS m
    WHERE m.workspace_id = ? AND m.audience IN (0, 1) AND m.bounced_at IS NOT NULL AND m.state = 1 AND m.bounced_at >= ? AND m.bounced_at < ? AND m.campaign_key IN (SELECT campaign_key FROM smart_campaign WHERE workspace_id = ? AND program_id IN (?)) AND m.campaign_key IN (SELECT campaign_key FROM smart_campaign WHERE workspace_id = ? AND id IN (?)) AND m.asset_key IN (SELECT asset_key FROM asset WHERE workspace_id = ? AND id IN (?, ?))
  ) AS found_0
  UNION ALL
  SELECT 1 AS rule, person_id FROM (
    SELECT m.person_id FROM message AS m
    WHERE m.workspace_id = ? AND m.audience IN (0, 1) AND m.opened_at IS NOT NULL
    GROUP BY m.person_id HAVING SUM(CASE WHEN m.total_opens > 1 THEN m.total_opens ELSE 1 END) >= ?
  ) AS found_1
  UNION ALL
  SELECT 2 AS rule, person_id FROM (
    SELECT person_id FROM (
    SELECT r.person_id, CASE WHEN SUM(r.kind = 7) > 1 THEN SUM(r.kind = 7) ELSE 1 END AS times
    FROM (
    SELECT m.person_id, m.campaign_key, m.asset_key, m.send_key, e.kind, e.happened_at,
      e.happened_at - e.happened_at % 1000 AS at_second, COALESCE(e.verdict, 0) AS verdict,
      COALESCE(c.type, 0) AS type, CASE WHEN e.kind = 8 THEN c.link_id END AS link_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    JOIN NEXT message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE((SELECT i.root_id FROM person_identity AS i WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id) AND m.send_key = ''
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.day >= ? AND e.day <= ? AND e.happened_at >= ? AND e.happened_at < ? AND e.asset_key IN (SELECT asset_key FROM asset WHERE workspace_id = ? AND id IN (?)) AND e.kind IN (7, 8, 9, 10, 13, 11) AND m.audience IN (0, 1)
    ) AS r WHERE 1 = 1
    GROUP BY r.person_id, r.campaign_key, r.asset_key, r.send_key
    ) AS messages GROUP BY person_id HAVING SUM(times) >= ?
  ) AS found_2
  UNION ALL
  SELECT 3 AS rule, person_id FROM (
    SELECT r.person_id
    FROM (
    SELECT m.person_id, m.campaign_key, m.asset_key, m.send_key, e.kind, e.happened_at,
      e.happened_at - e.happened_at % 1000 AS at_second, COALESCE(e.verdict, 0) AS verdict,
      COALESCE(c.type, 0) AS type, CASE WHEN e.kind = 8 THEN c.link_id END AS link_id
    FROM event AS e
    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id
    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as
    JOIN NEXT message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key
      AND m.asset_key = e.asset_key AND m.person_id = COALESCE((SELECT i.root_id FROM person_identity AS i WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id) AND m.send_key = ''
    WHERE e.workspace_id = ? AND e.source_id IN (?, ?) AND e.kind IN (8) AND m.audience IN (0, 1)
    ) AS r WHERE r.type = 0 AND r.link_id IN (?)
  ) AS found_3
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1 AND MAX(rule = 1) = 1 AND MAX(rule = 2) = 1 AND MAX(rule = 3) = 1);
-- [1,1709251200000,1709337600000,1,"p",1,"10",1,"1","2",1,3,1,4,5,19783,19784,1709251200000,1709337600000,1,"1",2,1,4,5,{"type":"Buffer","data":[3,3]}]
