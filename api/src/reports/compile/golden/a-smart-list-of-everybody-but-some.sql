-- a smart list of everybody but some
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
  UNION ALL
  SELECT 1 AS rule, person_id FROM (
    SELECT m.person_id FROM message AS m
    WHERE m.workspace_id = ? AND m.audience IN (0, 1) AND m.sent_at IS NOT NULL
    GROUP BY m.person_id HAVING COUNT(*) >= ?
  ) AS found_1
  UNION ALL
  SELECT 2 AS rule, person_id FROM (
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
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND 1 = 1
  ) AS found_2
) AS found
GROUP BY person_id HAVING NOT ((NOT (MAX(rule = 0) = 1 OR MAX(rule = 1) = 1)) AND MAX(rule = 2) = 0);
-- [1,7,"zurich","bern",1,2,1,7]
