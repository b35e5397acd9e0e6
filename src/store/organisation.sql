-- organisation_of_action(first int, next int): many
-- the bodies of an action with their role in it
SELECT a.id, a.action_id, a.role, o.name
  FROM action_organisation a JOIN organisation o ON o.id = a.organisation_id
 WHERE a.id >= :first AND a.id < :next ORDER BY a.id;

-- organisation_by_folded(folded text): one or none
-- the body of that name, however it is spelt
SELECT id FROM organisation WHERE folded = :folded;

-- organisation_insert(name text, folded text): none
INSERT INTO organisation (name, folded) VALUES (:name, :folded);

-- organisation_role_insert(id int, action_id int, organisation_id int, role text): none
INSERT INTO action_organisation (id, action_id, organisation_id, role)
VALUES (:id, :action_id, :organisation_id, :role);

-- organisation_role_delete_of_action(first int, next int): none
DELETE FROM action_organisation WHERE id >= :first AND id < :next;
