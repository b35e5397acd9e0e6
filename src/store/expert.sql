-- expert_of_action(first int, next int): many
SELECT id, action_id, iso2, kind, quote
  FROM expert_provision WHERE id >= :first AND id < :next ORDER BY id;

-- expert_insert(id int, action_id int, iso2 text, kind text, quote text): none
INSERT INTO expert_provision (id, action_id, iso2, kind, quote)
VALUES (:id, :action_id, :iso2, :kind, :quote);

-- expert_delete_of_action(first int, next int): none
DELETE FROM expert_provision WHERE id >= :first AND id < :next;
