-- people of all time
SELECT COUNT(*) AS people FROM (
  SELECT 1 AS everybody
  FROM (
    SELECT
      COALESCE(p.created_at, c.number_value, p.first_at) AS created,
      CASE WHEN p.created_at IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day
    FROM person AS p
    LEFT JOIN person_attribute AS c ON c.workspace_id = p.workspace_id AND c.attribute_id = ? AND c.person_id = p.person_id
    LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
    WHERE p.workspace_id = ? AND i.person_id IS NULL
    UNION ALL
    SELECT
      COALESCE(MIN(p.created_at), MIN(c.number_value), MIN(p.first_at)) AS created,
      CASE WHEN MIN(p.created_at) IS NULL
        AND MIN(c.number_value) = MIN(CASE WHEN c.is_day = 1 THEN c.number_value END) THEN 1 ELSE 0 END AS created_is_day
    FROM person_identity AS i
    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
    LEFT JOIN person_attribute AS c ON c.workspace_id = p.workspace_id AND c.attribute_id = ? AND c.person_id = p.person_id
    WHERE i.workspace_id = ?
    GROUP BY i.workspace_id, i.root_id
  ) AS people
) AS valued;
-- [0,1,0,1]
