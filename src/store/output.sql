-- output_of_action(first int, next int): many
SELECT id, action_id, type, name, status, status_date
  FROM output WHERE id >= :first AND id < :next ORDER BY id;

-- output_all(): many
-- every output with its action, for the library of outputs
SELECT o.id, o.action_id, o.type, o.name, o.status, o.status_date
  FROM output o ORDER BY o.id;

-- output_insert(id int, action_id int, type text, name text, status text, status_date text): none
INSERT INTO output (id, action_id, type, name, status, status_date)
VALUES (:id, :action_id, :type, :name, :status, :status_date);

-- output_delete_of_action(first int, next int): none
DELETE FROM output WHERE id >= :first AND id < :next;
