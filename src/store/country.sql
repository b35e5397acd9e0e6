-- country_of_action(first int, next int): many
-- the countries of an action with their role in it
SELECT id, action_id, iso2, role
  FROM action_country WHERE id >= :first AND id < :next ORDER BY id;

-- country_role_insert(id int, action_id int, iso2 text, role text): none
INSERT INTO action_country (id, action_id, iso2, role) VALUES (:id, :action_id, :iso2, :role);

-- country_role_delete_of_action(first int, next int): none
DELETE FROM action_country WHERE id >= :first AND id < :next;
