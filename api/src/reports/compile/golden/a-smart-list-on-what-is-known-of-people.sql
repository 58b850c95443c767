-- a smart list on what is known of people
SELECT person_id FROM (
  SELECT 0 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.text_key IN (?, ?)
  ) AS found_0
  UNION ALL
  SELECT 1 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND (v.text_key LIKE ? ESCAPE '!' OR v.text_key LIKE ? ESCAPE '!')
  ) AS found_1
  UNION ALL
  SELECT 2 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.number_value IN (?, ?)
  ) AS found_2
  UNION ALL
  SELECT 3 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND v.number_value >= ? AND v.number_value <= ?
  ) AS found_3
  UNION ALL
  SELECT 4 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND ((v.is_day = 1 AND v.number_value >= ?) OR (v.is_day = 0 AND v.number_value >= ?))
  ) AS found_4
  UNION ALL
  SELECT 5 AS rule, person_id FROM (
    SELECT COALESCE(i.root_id, v.person_id) AS person_id FROM person_attribute AS v
    LEFT JOIN person_identity AS i ON i.workspace_id = v.workspace_id AND i.person_id = v.person_id
    WHERE v.workspace_id = ? AND v.attribute_id = ? AND 1 = 1
  ) AS found_5
) AS found
GROUP BY person_id HAVING (MAX(rule = 0) = 1 AND MAX(rule = 1) = 1 AND MAX(rule = 2) = 1 AND MAX(rule = 3) = 1 AND MAX(rule = 4) = 1 AND MAX(rule = 5) = 1);
-- [1,7,"zurich","bern",1,7,"%100!%%","%a!_b!!%",1,7,1,2,1,7,0,9.5,1,7,1709251200000,1709247600000,1,7]
