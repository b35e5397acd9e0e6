-- record_public_by_id(id int, now int): one or none
-- the version that the public sees of a record; a part is seen when its whole is
SELECT r.id, r.kind, v.version, v.state, v.document, v.at AS changed_at
  FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.public_version
 WHERE r.id = :id AND r.public_from <= :now AND r.deleted_at = 0
   AND (r.owner_id = 0 OR EXISTS (
        SELECT 1 FROM record o WHERE o.id = r.owner_id AND o.public_version > 0
           AND o.public_from <= :now AND o.deleted_at = 0));

-- record_public_of_kind(kind text, now int): many
-- those of one kind, in the order in which they were made
SELECT r.id, r.kind, v.version, v.state, v.document, v.at AS changed_at
  FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.public_version
 WHERE r.kind = :kind AND r.public_from <= :now AND r.deleted_at = 0
   AND (r.owner_id = 0 OR EXISTS (
        SELECT 1 FROM record o WHERE o.id = r.owner_id AND o.public_version > 0
           AND o.public_from <= :now AND o.deleted_at = 0))
 ORDER BY r.id;
