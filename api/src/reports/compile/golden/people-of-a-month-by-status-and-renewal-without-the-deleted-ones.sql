-- people of a month by status and renewal without the deleted ones
SELECT number_0, is_day_0, text_0, number_1, is_day_1, text_1, COUNT(*) AS people FROM (
  SELECT CASE WHEN created_is_day = 1 THEN created ELSE created - ((created % 900000) + 900000) % 900000 END AS number_0, created_is_day AS is_day_0, NULL AS text_0,
    CASE WHEN a_1.is_day = 1 THEN a_1.number_value ELSE a_1.number_value - ((a_1.number_value % 900000) + 900000) % 900000 END AS number_1, a_1.is_day AS is_day_1, a_1.text_value AS text_1
  FROM (
    SELECT p.*, COALESCE(p.told, c.number_value, p.heard) AS created,
      CASE WHEN p.told IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day
    FROM (
      SELECT p.created_at AS told, p.first_at AS heard, p.person_id AS has_created
        , p.person_id AS has_1
      FROM person AS p
      LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
      WHERE p.workspace_id = ? AND i.person_id IS NULL
      UNION ALL
      SELECT MIN(p.created_at) AS told, MIN(p.first_at) AS heard, (
SELECT o.person_id FROM person_identity o INDEXED BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = ? AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id ORDER BY o.merged_away, o.person_id LIMIT 1) AS has_created
        , (
SELECT o.person_id FROM person_identity o INDEXED BY person_identity_root
CROSS JOIN person_attribute b ON b.workspace_id = o.workspace_id AND b.attribute_id = ? AND b.person_id = o.person_id
WHERE o.workspace_id = i.workspace_id AND o.root_id = i.root_id ORDER BY o.merged_away, o.person_id LIMIT 1) AS has_1
      FROM person_identity AS i
      JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
      WHERE i.workspace_id = ?
      GROUP BY i.workspace_id, i.root_id HAVING MAX(i.deleted) = 0
    ) AS p
    LEFT JOIN person_attribute AS c ON c.workspace_id = ? AND c.attribute_id = ? AND c.person_id = p.has_created
  ) AS people
  LEFT JOIN person_attribute AS a_1 ON a_1.workspace_id = ? AND a_1.attribute_id = ? AND a_1.person_id = has_1
  WHERE (created_is_day = 0 AND created >= ? AND created < ?)
    OR (created_is_day = 1 AND created >= ? AND created < ?)
) AS valued GROUP BY number_0, is_day_0, text_0, number_1, is_day_1, text_1;
-- [1,7,8,1,1,7,1,8,1709269200000,1711944000000,1709251200000,1711929600000]
