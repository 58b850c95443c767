-- where people begin in a month
SELECT place, COUNT(*) AS people FROM (
  SELECT COALESCE(p.created_at, p.first_at) AS began,
    CASE WHEN p.created_at IS NULL THEN p.first_in ELSE p.created_in END AS place
  FROM person AS p
  LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
  WHERE p.workspace_id = ? AND i.person_id IS NULL
  UNION ALL
  SELECT COALESCE(s.created_at, s.first_at) AS began,
    MIN(CASE WHEN s.created_at IS NULL THEN p.first_in ELSE p.created_in END) AS place
  FROM (
    SELECT i.root_id, MIN(p.created_at) AS created_at, MIN(p.first_at) AS first_at
    FROM person_identity AS i
    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
    WHERE i.workspace_id = ? GROUP BY i.root_id HAVING MAX(i.deleted) = 0
  ) AS s
  JOIN person_identity AS i ON i.workspace_id = ? AND i.root_id = s.root_id
  JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
  WHERE p.created_at = s.created_at OR (s.created_at IS NULL AND p.first_at = s.first_at)
  GROUP BY s.root_id, s.created_at, s.first_at
) AS starts
WHERE place IS NOT NULL AND began >= ? AND began < ? GROUP BY place;
-- [1,1,1,1709251200000,1711929600000]
SELECT place, COUNT(*) AS people FROM (
  SELECT COALESCE(p.created_at, p.first_at) AS began,
    CASE WHEN p.created_at IS NULL THEN p.first_in ELSE p.created_in END AS place
  FROM person AS p
  LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id
  WHERE p.workspace_id = ? AND i.person_id IS NULL
  UNION ALL
  SELECT COALESCE(s.created_at, s.first_at) AS began,
    MIN(CASE WHEN s.created_at IS NULL THEN p.first_in ELSE p.created_in END) AS place
  FROM (
    SELECT i.root_id, MIN(p.created_at) AS created_at, MIN(p.first_at) AS first_at
    FROM person_identity AS i
    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
    WHERE i.workspace_id = ? GROUP BY i.root_id
  ) AS s
  JOIN person_identity AS i ON i.workspace_id = ? AND i.root_id = s.root_id
  JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id
  WHERE p.created_at = s.created_at OR (s.created_at IS NULL AND p.first_at = s.first_at)
  GROUP BY s.root_id, s.created_at, s.first_at
) AS starts
WHERE place IS NOT NULL GROUP BY place;
-- [1,1,1]
