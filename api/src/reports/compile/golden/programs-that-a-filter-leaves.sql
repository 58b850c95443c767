-- programs that a filter leaves
SELECT p.id, p.name, p.tags, p.success_statuses FROM program AS p WHERE p.workspace_id = ?;
-- [1]
SELECT p.id, p.name, p.tags, p.success_statuses FROM program AS p WHERE p.workspace_id = ? AND p.id IN (?, ?) AND p.id IN (SELECT h.program_id FROM smart_campaign AS h WHERE h.workspace_id = ? AND h.id IN (?)) AND p.id IN (SELECT h.program_id FROM asset AS h WHERE h.workspace_id = ? AND h.channel IN (?)) AND (p.id IN (SELECT h.program_id FROM smart_campaign AS h WHERE h.workspace_id = ? AND h.id IN (?)) OR p.id IN (SELECT h.program_id FROM asset AS h WHERE h.workspace_id = ? AND 1 = 0)) AND NOT (p.id IN (?));
-- [1,"1","2",1,"10",1,"email",1,"10",1,"3"]
