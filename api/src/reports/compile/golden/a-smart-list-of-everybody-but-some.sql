-- a smart list of everybody but some
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
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
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND 1 = 1
  ) AS found_2
) AS found
GROUP BY person_id HAVING NOT ((NOT (MAX(rule = 0) = 1 OR MAX(rule = 1) = 1)) AND MAX(rule = 2) = 0);
-- [1,7,"zurich","bern",1,2,1,7]
