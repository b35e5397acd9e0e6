-- record_key_insert(record_id int, property text, key text): none
INSERT INTO record_key (record_id, property, key) VALUES (:record_id, :property, :key);

-- record_key_delete(record_id int): none
DELETE FROM record_key WHERE record_id = :record_id;

-- record_unkeyed_first(most int): many
SELECT record_id AS id FROM record_unkeyed ORDER BY record_id LIMIT :most;

-- record_unkeyed_delete(record_id int): none
DELETE FROM record_unkeyed WHERE record_id = :record_id;
