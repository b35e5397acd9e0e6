-- organisation_of_action(first int, next int): many
-- the bodies of an action with their role in it
-- under the name that the desk's record of it has now, where there is one that the public sees
SELECT a.id, a.action_id, a.role, o.record_id, COALESCE(r.name, o.name) AS name
  FROM action_organisation a JOIN organisation o ON o.id = a.organisation_id
  LEFT JOIN record r ON r.id = o.record_id AND r.public_version > 0
 WHERE a.id >= :first AND a.id < :next ORDER BY a.id;

-- organisation_by_folded(folded text): one or none
-- the body of that name, however it is spelt
SELECT id FROM organisation WHERE folded = :folded;

-- organisation_link(): none
-- bodies that no record is known of yet find the record of their name
UPDATE organisation SET record_id = COALESCE(
       (SELECT min(k.record_id) FROM record_key k
         WHERE k.property = 'organisation.name' AND k.key = organisation.folded), 0)
 WHERE record_id = 0;

-- organisation_insert(name text, folded text): none
INSERT INTO organisation (name, folded) VALUES (:name, :folded);

-- organisation_role_insert(id int, action_id int, organisation_id int, role text): none
INSERT INTO action_organisation (id, action_id, organisation_id, role)
VALUES (:id, :action_id, :organisation_id, :role);

-- organisation_role_delete_of_action(first int, next int): none
DELETE FROM action_organisation WHERE id >= :first AND id < :next;
