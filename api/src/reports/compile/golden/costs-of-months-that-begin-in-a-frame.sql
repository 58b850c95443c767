-- costs of months that begin in a frame
SELECT program_id, SUM(amount) AS amount FROM program_cost WHERE workspace_id = ? AND month >= ? AND month <= ? GROUP BY program_id;
-- [1,"2024-04","2024-05"]
SELECT program_id, SUM(amount) AS amount FROM program_cost WHERE workspace_id = ? GROUP BY program_id;
-- [1]
