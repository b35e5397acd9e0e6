-- session_by_token(token text): one or none
SELECT id, account_id, token, pending, strong, created_at, seen_at, proved_at, address
  FROM session WHERE token = :token;

-- session_of_account(account_id int): many
-- the one used last first
SELECT id, account_id, token, pending, strong, created_at, seen_at, proved_at, address
  FROM session WHERE account_id = :account_id ORDER BY seen_at DESC, id DESC;

-- session_insert(account_id int, token text, pending int, strong int, created_at int, seen_at int,
--   proved_at int, address text): none
INSERT INTO session (account_id, token, pending, strong, created_at, seen_at, proved_at, address)
VALUES (:account_id, :token, :pending, :strong, :created_at, :seen_at, :proved_at, :address);

-- session_touch(id int, now int): none
UPDATE session SET seen_at = :now WHERE id = :id AND seen_at < :now;

-- session_prove(id int, now int): none
UPDATE session SET proved_at = :now WHERE id = :id;

-- session_end(id int, account_id int): none
-- a session is ended by its own account only
DELETE FROM session WHERE id = :id AND account_id = :account_id;

-- session_end_all(account_id int, but int): none
-- all of an account, but one (0: none is spared)
DELETE FROM session WHERE account_id = :account_id AND id <> :but;

-- session_forget(before int): none
DELETE FROM session WHERE created_at < :before;

-- login_link_by_token(token text): one or none
SELECT id, account_id, token, purpose, made_at, expires_at, used_at
  FROM login_link WHERE token = :token;

-- login_link_insert(account_id int?, token text, purpose text, made_at int, expires_at int): none
INSERT INTO login_link (account_id, token, purpose, made_at, expires_at, used_at)
VALUES (:account_id, :token, :purpose, :made_at, :expires_at, 0);

-- login_link_use(id int, now int): none
-- changes nothing when it was used before
UPDATE login_link SET used_at = :now WHERE id = :id AND used_at = 0;

-- login_link_void(account_id int): none
-- the links of an account that nobody used
DELETE FROM login_link WHERE account_id = :account_id AND used_at = 0;

-- login_link_void_first(): none
DELETE FROM login_link WHERE purpose = 'first' AND used_at = 0;

-- login_failure_insert(subject text, at int): none
INSERT INTO login_failure (subject, at) VALUES (:subject, :at);

-- login_failure_count(subject text, since int): one or none
SELECT count(*) AS n FROM login_failure WHERE subject = :subject AND at > :since;

-- login_failure_clear(subject text): none
DELETE FROM login_failure WHERE subject = :subject;

-- login_failure_forget(before int): none
DELETE FROM login_failure WHERE at < :before;
