-- sheet_pending_of(account_id int, kind text): one or none
SELECT id, account_id, kind, what, why, head, columns, made_at
  FROM sheet_pending WHERE account_id = :account_id AND kind = :kind;

-- sheet_pending_insert(account_id int, kind text, what text, why text, head text, columns text,
--   made_at int): none
INSERT INTO sheet_pending (account_id, kind, what, why, head, columns, made_at)
VALUES (:account_id, :kind, :what, :why, :head, :columns, :made_at);

-- sheet_pending_map(id int, columns text): none
UPDATE sheet_pending SET columns = :columns WHERE id = :id;

-- sheet_pending_delete(account_id int, kind text, before int): none
-- the one of the account and kind, and all that were made before
DELETE FROM sheet_pending
 WHERE (account_id = :account_id AND kind = :kind) OR made_at < :before;

-- sheet_pending_row_insert(pending_id int, number int, cells text): none
INSERT INTO sheet_pending_row (pending_id, number, cells) VALUES (:pending_id, :number, :cells);

-- sheet_pending_row_list(pending_id int): many
SELECT number, cells FROM sheet_pending_row WHERE pending_id = :pending_id ORDER BY number;

-- sheet_pending_row_count(pending_id int): one or none
SELECT count(*) AS n FROM sheet_pending_row WHERE pending_id = :pending_id;

-- sheet_pending_row_delete(pending_id int, number int): none
DELETE FROM sheet_pending_row WHERE pending_id = :pending_id AND number = :number;

-- sheet_pending_row_clear(account_id int, kind text, before int): none
-- the rows of what sheet_pending_delete deletes
DELETE FROM sheet_pending_row WHERE pending_id IN (
  SELECT id FROM sheet_pending
   WHERE (account_id = :account_id AND kind = :kind) OR made_at < :before);

-- sheet_mapping_of(account_id int, kind text): many
SELECT heading, path FROM sheet_mapping
 WHERE account_id = :account_id AND kind = :kind ORDER BY heading;

-- sheet_mapping_delete(account_id int, kind text, heading text): none
DELETE FROM sheet_mapping
 WHERE account_id = :account_id AND kind = :kind AND heading = :heading;

-- sheet_mapping_insert(account_id int, kind text, heading text, path text): none
INSERT INTO sheet_mapping (account_id, kind, heading, path)
VALUES (:account_id, :kind, :heading, :path);
