-- mail_insert(recipient text, subject text, body text, language text, state text, made_at int): none
INSERT INTO mail (recipient, subject, body, language, state, made_at)
VALUES (:recipient, :subject, :body, :language, :state, :made_at);

-- mail_newest(): many
SELECT id, recipient, subject, '' AS body, language, state, made_at, tries, tried_at, next_at,
       reason
  FROM mail ORDER BY id DESC LIMIT 500;

-- mail_by_id(id int): one or none
SELECT id, recipient, subject, body, language, state, made_at, tries, tried_at, next_at, reason
  FROM mail WHERE id = :id;

-- mail_waiting(now int): many
-- those to be tried now, the longest waiting first
SELECT id, recipient, subject, body, language, state, made_at, tries, tried_at, next_at, reason
  FROM mail WHERE state = 'waiting' AND next_at <= :now ORDER BY next_at, id LIMIT 50;

-- mail_tried(id int, state text, tries int, tried_at int, next_at int, reason text): none
UPDATE mail SET state = :state, tries = :tries, tried_at = :tried_at, next_at = :next_at,
       reason = :reason
 WHERE id = :id;

-- mail_waiting_count(): one or none
SELECT count(*) AS n FROM mail WHERE state = 'waiting';
