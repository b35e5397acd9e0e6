-- list_view_for(account_id int, kind text): many
-- views of the kind (all kinds when it is empty) that the account may use: its own, then those that
-- others share
SELECT w.id, w.kind, w.name, w.query, w.account_id, w.is_shared, w.made_at,
       CASE WHEN d.view_id IS NULL THEN 0 ELSE 1 END AS is_default
  FROM list_view w
  LEFT JOIN list_view_default d ON d.view_id = w.id AND d.account_id = :account_id
 WHERE (w.account_id = :account_id OR w.is_shared = 1)
   AND (:kind = '' OR w.kind = :kind)
 ORDER BY w.is_shared, w.name, w.id;

-- list_view_insert(kind text, name text, query text, account_id int, made_at int): none
INSERT INTO list_view (kind, name, query, account_id, is_shared, made_at)
VALUES (:kind, :name, :query, :account_id, 0, :made_at);

-- list_view_rewrite(id int, query text, made_at int): none
UPDATE list_view SET query = :query, made_at = :made_at WHERE id = :id;

-- list_view_set_shared(id int, is_shared int): none
UPDATE list_view SET is_shared = :is_shared WHERE id = :id;

-- list_view_delete(id int): none
DELETE FROM list_view WHERE id = :id;

-- list_view_default_insert(account_id int, kind text, view_id int): none
INSERT INTO list_view_default (account_id, kind, view_id) VALUES (:account_id, :kind, :view_id)
ON CONFLICT (account_id, kind) DO UPDATE SET view_id = excluded.view_id;

-- list_view_default_delete(account_id int, kind text): none
DELETE FROM list_view_default WHERE account_id = :account_id AND kind = :kind;

-- list_view_default_delete_all(view_id int): none
DELETE FROM list_view_default WHERE view_id = :view_id;

-- list_view_default_delete_others(view_id int, account_id int): none
DELETE FROM list_view_default WHERE view_id = :view_id AND account_id <> :account_id;
