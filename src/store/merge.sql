-- merge_of(from_id int): one or none
-- the merge by which the record became another one, unless it was undone
SELECT id, from_id, into_id, account_id, at, undone_at
  FROM record_merge WHERE from_id = :from_id AND undone_at = 0;

-- merge_by_id(id int): one or none
SELECT id, from_id, into_id, account_id, at, undone_at FROM record_merge WHERE id = :id;

-- merge_into(into_id int): many
SELECT id, from_id, into_id, account_id, at, undone_at
  FROM record_merge WHERE into_id = :into_id AND undone_at = 0 ORDER BY id;

-- merge_recent(most int): many
SELECT id, from_id, into_id, account_id, at, undone_at
  FROM record_merge WHERE undone_at = 0 ORDER BY id DESC LIMIT :most;

-- merge_insert(from_id int, into_id int, account_id int, at int): none
INSERT INTO record_merge (from_id, into_id, account_id, at, undone_at)
VALUES (:from_id, :into_id, :account_id, :at, 0);

-- merge_end(id int, undone_at int): none
UPDATE record_merge SET undone_at = :undone_at WHERE id = :id;

-- merge_step_insert(merge_id int, record_id int, before_version int, after_version int,
--   was_public int): none
INSERT INTO record_merge_step (merge_id, record_id, before_version, after_version, was_public)
VALUES (:merge_id, :record_id, :before_version, :after_version, :was_public);

-- merge_step_all(merge_id int): many
SELECT record_id, before_version, after_version, was_public
  FROM record_merge_step WHERE merge_id = :merge_id ORDER BY id DESC;

-- unlike_insert(one_id int, other_id int, account_id int, at int): none
INSERT INTO record_unlike (one_id, other_id, account_id, at)
VALUES (:one_id, :other_id, :account_id, :at);

-- unlike_all(): many
SELECT one_id, other_id FROM record_unlike ORDER BY one_id, other_id;

-- action_merged_insert(action_id int, into_id int): none
INSERT INTO action_merged (action_id, into_id) VALUES (:action_id, :into_id);

-- action_merged_delete(action_id int): none
DELETE FROM action_merged WHERE action_id = :action_id;

-- action_merged_slug(slug text): one or none
-- the address of the action that the one of this address became
SELECT t.slug FROM action a JOIN action_merged m ON m.action_id = a.id
  JOIN action t ON t.id = m.into_id
 WHERE a.slug = :slug;
