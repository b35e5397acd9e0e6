-- record_by_id(id int): one or none
SELECT id, kind, version, state, name, document, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record WHERE id = :id;

-- record_of_kind(kind text): many
-- those that are not deleted, without their documents; the last changed first
SELECT id, kind, version, state, name, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record WHERE kind = :kind AND deleted_at = 0 ORDER BY changed_at DESC, id DESC;

-- record_of_kind_whole(kind text): many
SELECT id, kind, version, state, name, document, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record WHERE kind = :kind AND deleted_at = 0 ORDER BY id;

-- record_owned(owner_id int, kind text): many
SELECT id, kind, version, state, name, document, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record WHERE owner_id = :owner_id AND kind = :kind AND deleted_at = 0 ORDER BY id;

-- record_part_behind(owner_id int): many
-- parts of the record (0: of any) that are not as the public sees them, the deleted ones among them
SELECT id, kind, version, state, name, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record
 WHERE owner_id > 0 AND (:owner_id = 0 OR owner_id = :owner_id) AND public_version <> version
   AND (public_version > 0 OR deleted_at = 0)
 ORDER BY id;

-- record_owned_all(owner_id int): many
-- parts of any kind, the deleted ones among them
SELECT id, kind, version, state, name, owner_id, public_version, public_from,
       created_at, changed_at, deleted_at
  FROM record WHERE owner_id = :owner_id ORDER BY id;

-- record_shown_of_kind(kind text): many
-- each in the version that the public sees
SELECT r.id, r.kind, v.version, v.state, v.document, r.owner_id, r.public_version, r.public_from,
       r.created_at, v.at AS changed_at, r.deleted_at
  FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.public_version
 WHERE r.kind = :kind AND r.public_version > 0 AND r.deleted_at = 0 ORDER BY r.id;

-- record_insert(kind text, version int, state text, name text, document text, owner_id int,
--   created_at int, changed_at int): none
INSERT INTO record (kind, version, state, name, document, owner_id, public_version, public_from,
                    created_at, changed_at, deleted_at)
VALUES (:kind, :version, :state, :name, :document, :owner_id, 0, 0, :created_at, :changed_at, 0);

-- record_update(id int, version int, state text, name text, document text, owner_id int,
--   changed_at int, deleted_at int, expected int): none
UPDATE record SET version = :version, state = :state, name = :name, document = :document,
       owner_id = :owner_id, changed_at = :changed_at, deleted_at = :deleted_at
 WHERE id = :id AND version = :expected;

-- record_hide(id int, hidden int): none
-- the action of the portal that was made from this record
UPDATE action SET hidden = :hidden
 WHERE id = (SELECT action_id FROM record_origin WHERE record_id = :id AND part = 'action');

-- record_publish(id int, public_version int, public_from int): none
-- since when it is public stays as long as it is
UPDATE record SET public_from = CASE WHEN public_version > 0 AND public_from > 0 THEN public_from
       ELSE :public_from END, public_version = :public_version WHERE id = :id;

-- record_unpublish(id int): none
UPDATE record SET public_version = 0, public_from = 0 WHERE id = :id;

-- record_edit_count(id int): one or none
-- how often people changed the record or a part of it
SELECT count(*) AS n FROM record r JOIN record_version v ON v.record_id = r.id
 WHERE (r.id = :id OR r.owner_id = :id) AND v.what <> 'import';

-- record_version_insert(record_id int, version int, at int, account_id int, what text, why text,
--   state text, document text, hash text): none
INSERT INTO record_version (record_id, version, at, account_id, what, why, state, document, hash)
VALUES (:record_id, :version, :at, :account_id, :what, :why, :state, :document, :hash);

-- record_version_last_hash(): one or none
SELECT hash FROM record_version ORDER BY id DESC LIMIT 1;

-- record_version_of(record_id int, version int): one or none
SELECT id, record_id, version, at, account_id, what, why, state, document, hash
  FROM record_version WHERE record_id = :record_id AND version = :version;

-- record_author_of(record_id int): one or none
SELECT account_id FROM record_version WHERE record_id = :record_id AND version = 1;

-- record_version_at(record_id int, at int): one or none
-- the version that stood at that moment
SELECT id, record_id, version, at, account_id, what, why, state, document, hash
  FROM record_version WHERE record_id = :record_id AND at <= :at ORDER BY version DESC LIMIT 1;

-- record_version_list(record_id int): many
SELECT id, record_id, version, at, account_id, what, why, state, document, hash
  FROM record_version WHERE record_id = :record_id ORDER BY version DESC;

-- record_version_all(): many
SELECT id, record_id, version, at, account_id, what, why, state, document, hash
  FROM record_version ORDER BY id;

-- record_version_stray(): many
-- records whose present state is not that of their versions
SELECT r.id FROM record r
  LEFT JOIN record_version v ON v.record_id = r.id AND v.version = r.version
  LEFT JOIN record_version f ON f.record_id = r.id AND f.version = 1
 WHERE v.id IS NULL OR v.document <> r.document OR v.state <> r.state OR r.changed_at <> v.at
    OR r.created_at IS NOT f.at OR r.public_version < 0 OR r.public_version > r.version
    OR (r.deleted_at <> 0 AND NOT EXISTS
        (SELECT 1 FROM record_version d WHERE d.record_id = r.id AND d.at = r.deleted_at));

-- record_head_all(): many
SELECT id, kind, name, document, owner_id FROM record ORDER BY id;

-- record_key_having(property text, key text): many
SELECT record_id AS id FROM record_key WHERE property = :property AND key = :key;

-- record_key_values(property text): many
SELECT record_id AS id, key FROM record_key WHERE property = :property ORDER BY key, record_id;
