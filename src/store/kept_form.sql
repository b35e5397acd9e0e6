-- kept_form_by_token(token text): one or none
SELECT id, token, account_id, path, body, at FROM kept_form WHERE token = :token;

-- kept_form_insert(token text, account_id int, path text, body text, at int): none
INSERT INTO kept_form (token, account_id, path, body, at)
VALUES (:token, :account_id, :path, :body, :at);

-- kept_form_count(account_id int): one or none
SELECT count(*) AS n FROM kept_form WHERE account_id = :account_id;

-- kept_form_delete(token text, account_id int): none
DELETE FROM kept_form WHERE token = :token AND account_id = :account_id;

-- kept_form_forget(before int): none
DELETE FROM kept_form WHERE at < :before;
