-- record_origin_insert(record_id int, action_id int, part text, number int): none
INSERT INTO record_origin (record_id, action_id, part, number)
VALUES (:record_id, :action_id, :part, :number);

-- record_origin_update(record_id int, number int): none
UPDATE record_origin SET number = :number WHERE record_id = :record_id;

-- record_origin_of(record_id int): one or none
SELECT record_id, action_id, part, number FROM record_origin WHERE record_id = :record_id;

-- record_origin_all(action_id int): many
SELECT record_id, action_id, part, number FROM record_origin
 WHERE action_id = :action_id ORDER BY part, number, record_id;

-- record_origin_doubted_rows(): many
-- records of actions about which the reader noticed something, and which nobody has changed since
SELECT o.record_id FROM record_origin o JOIN record r ON r.id = o.record_id
 WHERE o.part = 'action' AND r.deleted_at = 0
   AND o.action_id IN (SELECT action_id FROM warning)
   AND NOT EXISTS (SELECT 1 FROM record_version v
                    WHERE v.record_id = o.record_id AND v.what <> 'import')
 ORDER BY o.record_id;

-- record_origin_waiting_count(): one or none
-- imported actions that have no record yet
SELECT count(*) AS n FROM action a
 WHERE NOT EXISTS (SELECT 1 FROM record_origin o WHERE o.action_id = a.id);
