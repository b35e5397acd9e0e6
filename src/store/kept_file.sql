-- kept_file_by_digest(digest text): one or none
SELECT id, digest, size, type, name, account_id, at FROM kept_file WHERE digest = :digest;

-- kept_file_all(): many
SELECT id, digest, size, type, name, account_id, at FROM kept_file ORDER BY id;

-- kept_file_insert(digest text, size int, type text, name text, account_id int, at int): none
-- the same bytes again change nothing: the first name stays
INSERT INTO kept_file (digest, size, type, name, account_id, at)
VALUES (:digest, :size, :type, :name, :account_id, :at)
ON CONFLICT (digest) DO NOTHING;
