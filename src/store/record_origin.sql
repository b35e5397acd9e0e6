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
