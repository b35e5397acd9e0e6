-- record_pick_all(kind text): many
-- those that are not deleted, the last changed first; answered from an index alone
SELECT id, state, owner_id, version, public_version FROM record
 WHERE kind = :kind AND deleted_at = 0 ORDER BY changed_at DESC, id DESC;

-- record_pick_deleted(kind text): many
-- those that are deleted, the last one first
SELECT id, state, owner_id, version, public_version FROM record
 WHERE kind = :kind AND deleted_at > 0 ORDER BY deleted_at DESC, id DESC;

-- record_pick_deleted_count(kind text): one or none
SELECT count(*) AS n FROM record WHERE kind = :kind AND deleted_at > 0;

-- record_pick_behind(): many
-- parts that are not as the public sees them
SELECT owner_id, kind, state, public_version FROM record
 WHERE owner_id > 0 AND public_version <> version AND (public_version > 0 OR deleted_at = 0);

-- record_pick_key_rows(property text, key text): many
SELECT record_id FROM record_key WHERE property = :property AND key = :key;

-- record_pick_keys(property text): many
SELECT key, record_id FROM record_key WHERE property = :property ORDER BY key, record_id;

-- record_count_all(): many
-- how many there are of each kind, without the deleted ones
SELECT kind, count(*) AS n FROM record WHERE deleted_at = 0 GROUP BY kind;
