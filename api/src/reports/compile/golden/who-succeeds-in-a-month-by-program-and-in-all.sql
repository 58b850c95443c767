-- who succeeds in a month by program and in all
SELECT program_id, COUNT(DISTINCT person) AS counted FROM (
  SELECT s.program_id, COALESCE(i.root_id, s.person_id) AS person, MIN(s.happened_at) AS reached,
    MAX(COALESCE(i.deleted, 0)) AS deleted
  FROM program_status AS s
  LEFT JOIN person_identity AS i ON i.workspace_id = s.workspace_id AND i.person_id = s.person_id
  WHERE s.workspace_id = ? AND s.program_id IN (?, ?)
    AND ((s.program_id = ? AND s.status IN (?, ?)) OR (s.success = 1 AND NOT (s.program_id IN (?))))
  GROUP BY s.program_id, COALESCE(i.root_id, s.person_id)
) AS successes
WHERE 1 = 1 AND deleted = 0 AND reached >= ? AND reached < ?
GROUP BY program_id;
-- [1,"1","2","2","Attended","Won","2",1709251200000,1711929600000]
SELECT COUNT(DISTINCT person) AS counted FROM (
  SELECT s.program_id, COALESCE(i.root_id, s.person_id) AS person, MIN(s.happened_at) AS reached,
    MAX(COALESCE(i.deleted, 0)) AS deleted
  FROM program_status AS s
  LEFT JOIN person_identity AS i ON i.workspace_id = s.workspace_id AND i.person_id = s.person_id
  WHERE s.workspace_id = ? AND s.program_id IN (?)
    AND (s.success = 1)
  GROUP BY s.program_id, COALESCE(i.root_id, s.person_id)
) AS successes
WHERE 1 = 1 AND reached >= ? AND reached < ?;
-- [1,"1",1709251200000,1711929600000]
