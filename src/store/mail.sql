-- mail_insert(recipient text, subject text, body text, language text, state text, made_at int): none
INSERT INTO mail (recipient, subject, body, language, state, made_at)
VALUES (:recipient, :subject, :body, :language, :state, :made_at);

-- mail_newest(): many
SELECT id, recipient, subject, '' AS body, language, state, made_at
  FROM mail ORDER BY id DESC LIMIT 500;

-- mail_by_id(id int): one or none
SELECT id, recipient, subject, body, language, state, made_at FROM mail WHERE id = :id;

-- mail_waiting_count(): one or none
SELECT count(*) AS n FROM mail WHERE state = 'waiting';
