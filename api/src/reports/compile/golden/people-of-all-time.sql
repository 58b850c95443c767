-- people of all time
SELECT COUNT(*) AS people FROM (
  SELECT 1 AS everybody
  FROM (
    SELECT p.*, COALESCE(p.told, c.number_value, p.heard) AS created,
      CASE WHEN p.told IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day
    FROM (
      SELECT p.created_at AS told, p.first_at AS heard, p.person_id AS has_created
      FROM person AS p
      LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
      WHERE p.workspace_id = ? AND i.person_id IS NULL
      UNION ALL
      SELECT MIN(p.created_at) AS told, MIN(p.first_at) AS heard, (
SELECT o.person_id FROM person_identity o INDEXED BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = ? AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id ORDER BY o.merged_away, o.person_id LIMIT 1) AS has_created
      FROM person_identity AS i
      JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
      WHERE i.workspace_id = ?
      GROUP BY i.workspace_id, i.root_id
    ) AS p
    LEFT JOIN person_attribute AS c ON c.workspace_id = ? AND c.attribute_id = ? AND c.person_id = p.has_created
  ) AS people
) AS valued;
-- [1,0,1,1,0]
