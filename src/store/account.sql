-- account_by_id(id int): one or none
SELECT id, login, email, name, roles, language, disabled, password, totp, totp_pending, totp_step,
       created_at, changed_at
  FROM account WHERE id = :id;

-- account_by_login(login text): one or none
SELECT id, login, email, name, roles, language, disabled, password, totp, totp_pending, totp_step,
       created_at, changed_at
  FROM account WHERE login = :login;

-- account_all(): many
SELECT id, login, email, name, roles, language, disabled, password, totp, totp_pending, totp_step,
       created_at, changed_at
  FROM account ORDER BY login;

-- account_insert(login text, email text, name text, roles text, language text, disabled int,
--   password text, totp text, totp_pending text, totp_step int, created_at int, changed_at int): none
INSERT INTO account (login, email, name, roles, language, disabled, password, totp, totp_pending,
                     totp_step, created_at, changed_at)
VALUES (:login, :email, :name, :roles, :language, :disabled, :password, :totp, :totp_pending,
        :totp_step, :created_at, :changed_at);

-- account_update(id int, name text, roles text, language text, disabled int, password text,
--   totp text, totp_pending text, totp_step int, changed_at int): none
-- everything but who it is
UPDATE account
   SET name = :name, roles = :roles, language = :language, disabled = :disabled,
       password = :password, totp = :totp, totp_pending = :totp_pending, totp_step = :totp_step,
       changed_at = :changed_at
 WHERE id = :id;

-- account_step_use(id int, step int): none
-- notes that the code of a time step was used; changes nothing when it, or a later one, was before
UPDATE account SET totp_step = :step WHERE id = :id AND totp_step < :step;

-- account_administrators(): one or none
-- how many may sign in and manage accounts
SELECT count(*) AS n FROM account
 WHERE disabled = 0 AND ' ' || roles || ' ' LIKE '% administrator %';

-- recovery_code_insert(account_id int, digest text): none
INSERT INTO recovery_code (account_id, digest, used_at) VALUES (:account_id, :digest, 0);

-- recovery_code_use(account_id int, digest text, now int): none
UPDATE recovery_code SET used_at = :now
 WHERE account_id = :account_id AND digest = :digest AND used_at = 0;

-- recovery_code_left(account_id int): one or none
SELECT count(*) AS n FROM recovery_code WHERE account_id = :account_id AND used_at = 0;

-- recovery_code_forget(account_id int): none
DELETE FROM recovery_code WHERE account_id = :account_id;

-- account_event_insert(account_id int, at int, who text, what text, old text, fresh text, hash text): none
INSERT INTO account_event (account_id, at, who, what, old, fresh, hash)
VALUES (:account_id, :at, :who, :what, :old, :fresh, :hash);

-- account_event_last_hash(): one or none
SELECT hash FROM account_event ORDER BY id DESC LIMIT 1;

-- account_event_all(): many
-- in the order in which they were written
SELECT id, account_id, at, who, what, old, fresh, hash FROM account_event ORDER BY id;

-- account_event_of(account_id int): many
-- the newest first
SELECT id, account_id, at, who, what, old, fresh
  FROM account_event WHERE account_id = :account_id ORDER BY id DESC LIMIT 200;
