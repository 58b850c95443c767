-- people of a month by status and renewal without the deleted ones
SELECT number_0, is_day_0, text_0, number_1, is_day_1, text_1, COUNT(*) AS people FROM (
  SELECT CASE WHEN created_is_day = 1 THEN created ELSE created - ((created % 900000) + 900000) % 900000 END AS number_0, created_is_day AS is_day_0, NULL AS text_0,
    CASE WHEN a_1.is_day = 1 THEN a_1.number_value ELSE a_1.number_value - ((a_1.number_value % 900000) + 900000) % 900000 END AS number_1, a_1.is_day AS is_day_1, a_1.text_value AS text_1
  FROM (
    SELECT
      p.person_id AS has_1,
      COALESCE(p.created_at, c.number_value, p.first_at) AS created,
      CASE WHEN p.created_at IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day
    FROM person AS p
    LEFT JOIN person_attribute AS c ON c.workspace_id = p.workspace_id AND c.attribute_id = ? AND c.person_id = p.person_id
    LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
    WHERE p.workspace_id = ? AND i.person_id IS NULL
    UNION ALL
    SELECT
      (SELECT MIN(j.person_id) FROM person_identity AS j JOIN person_attribute AS v ON v.workspace_id = j.workspace_id AND v.person_id = j.person_id WHERE j.workspace_id = i.workspace_id AND j.root_id = i.root_id AND v.attribute_id = ?) AS has_1,
      COALESCE(MIN(p.created_at), MIN(c.number_value), MIN(p.first_at)) AS created,
      CASE WHEN MIN(p.created_at) IS NULL
        AND MIN(c.number_value) = MIN(CASE WHEN c.is_day = 1 THEN c.number_value END) THEN 1 ELSE 0 END AS created_is_day
    FROM person_identity AS i
    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
    LEFT JOIN person_attribute AS c ON c.workspace_id = p.workspace_id AND c.attribute_id = ? AND c.person_id = p.person_id
    WHERE i.workspace_id = ?
    GROUP BY i.workspace_id, i.root_id HAVING MAX(i.deleted) = 0
  ) AS people
  LEFT JOIN person_attribute AS a_1 ON a_1.workspace_id = ? AND a_1.attribute_id = ? AND a_1.person_id = has_1
  WHERE (created_is_day = 0 AND created >= ? AND created < ?) OR (created_is_day = 1 AND created >= ? AND created < ?)
) AS valued GROUP BY number_0, is_day_0, text_0, number_1, is_day_1, text_1;
-- [7,1,8,7,1,1,8,1709269200000,1711944000000,1709251200000,1711929600000]
