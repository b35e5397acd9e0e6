-- record_release_insert(record_id int, version int, due_at int): none
INSERT INTO record_release (record_id, version, due_at) VALUES (:record_id, :version, :due_at);

-- record_release_delete(record_id int): none
-- the dates of a record and of its parts
DELETE FROM record_release
 WHERE record_id = :record_id
    OR record_id IN (SELECT id FROM record WHERE owner_id = :record_id);

-- record_release_of(record_id int): one or none
SELECT record_id, version, due_at FROM record_release WHERE record_id = :record_id;

-- record_release_due(now int): many
-- whose moment has come, the earliest first
SELECT record_id, version, due_at FROM record_release
 WHERE due_at <= :now ORDER BY due_at, record_id;

-- record_release_next_due(): one or none
SELECT record_id, version, due_at FROM record_release ORDER BY due_at, record_id LIMIT 1;
