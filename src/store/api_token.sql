-- api_token_by_digest(digest text): one or none
SELECT id, account_id, digest, name, writes, strong, created_at, expires_at, used_at
  FROM api_token WHERE digest = :digest;

-- api_token_of_account(account_id int): many
-- the youngest first
SELECT id, account_id, digest, name, writes, strong, created_at, expires_at, used_at
  FROM api_token WHERE account_id = :account_id ORDER BY id DESC;

-- api_token_insert(account_id int, digest text, name text, writes int, strong int, created_at int,
--   expires_at int): none
INSERT INTO api_token (account_id, digest, name, writes, strong, created_at, expires_at, used_at)
VALUES (:account_id, :digest, :name, :writes, :strong, :created_at, :expires_at, 0);

-- api_token_use(id int, now int): none
UPDATE api_token SET used_at = :now WHERE id = :id AND used_at < :now;

-- api_token_remove(id int, account_id int): none
-- a token is ended by its own account only
DELETE FROM api_token WHERE id = :id AND account_id = :account_id;

-- api_token_remove_all(account_id int): none
DELETE FROM api_token WHERE account_id = :account_id;

-- api_creation_find(account_id int, key text): one or none
SELECT record_id, digest FROM api_creation WHERE account_id = :account_id AND key = :key;

-- api_creation_insert(account_id int, key text, digest text, record_id int, at int): none
INSERT INTO api_creation (account_id, key, digest, record_id, at)
VALUES (:account_id, :key, :digest, :record_id, :at);

-- api_creation_forget(before int): none
DELETE FROM api_creation WHERE at < :before;
