-- fact_of_record(record_id int): many
SELECT id, record_id, read_id, source_id, path, text, was, is_change, claim_record, claim_number,
       claim_field, span_offset, span_length, certainty, rule, state, chosen, account_id,
       decided_at, why
  FROM fact WHERE record_id = :record_id AND state <> 'superseded' ORDER BY id;

-- fact_of_reading(read_id int): many
-- all that was ever read into the record, in that order
SELECT id, record_id, read_id, source_id, path, text, was, is_change, claim_record, claim_number,
       claim_field, span_offset, span_length, certainty, rule, state, chosen, account_id,
       decided_at, why
  FROM fact WHERE read_id = :read_id ORDER BY id;

-- fact_insert(record_id int, read_id int, source_id int, path text, text text, was text,
--   is_change int, claim_record text, claim_number int, claim_field text, span_offset int,
--   span_length int, certainty text, rule text, state text, chosen text, account_id int,
--   decided_at int, why text): none
INSERT INTO fact (record_id, read_id, source_id, path, text, was, is_change, claim_record,
       claim_number, claim_field, span_offset, span_length, certainty, rule, state, chosen,
       account_id, decided_at, why)
VALUES (:record_id, :read_id, :source_id, :path, :text, :was, :is_change, :claim_record,
       :claim_number, :claim_field, :span_offset, :span_length, :certainty, :rule, :state, :chosen,
       :account_id, :decided_at, :why);

-- fact_update(id int, state text, chosen text, account_id int, decided_at int, why text): none
UPDATE fact SET state = :state, chosen = :chosen, account_id = :account_id,
       decided_at = :decided_at, why = :why
 WHERE id = :id;

-- fact_accept_read(read_id int, decided_at int): none
-- all that is open of a reading is the record, as an import was told
UPDATE fact SET state = 'accepted', decided_at = :decided_at
 WHERE read_id = :read_id AND state = 'open';

-- fact_delete_read(read_id int): none
DELETE FROM fact WHERE read_id = :read_id;

-- fact_move_all(from_id int, into_id int): none
-- what was read into a record is told of another one
UPDATE fact SET record_id = :into_id WHERE record_id = :from_id;

-- fact_move_home(from_id int, into_id int): none
UPDATE fact SET record_id = :from_id WHERE record_id = :into_id AND read_id = :from_id;

-- fact_counts(owner_id int): one or none
-- of a record and its parts: how many are open, and how many people have decided
SELECT SUM(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END) AS open_n,
       SUM(CASE WHEN f.state <> 'open' AND f.account_id > 0 THEN 1 ELSE 0 END) AS decided_n,
       count(*) AS all_n
  FROM fact f JOIN record r ON r.id = f.record_id
 WHERE r.id = :owner_id OR r.owner_id = :owner_id;

-- fact_progress_all(): many
-- every record that has facts, of its own or of its parts, in the order of their pages
SELECT r.id AS record_id, r.kind, r.name, COALESCE(a.id, 0) AS action_id,
       COALESCE(s.id, 0) AS source_id, COALESCE(s.name, '') AS page,
       p.open_n, p.accepted_n, p.corrected_n, p.rejected_n, p.change_n
  FROM (SELECT CASE WHEN q.owner_id > 0 THEN q.owner_id ELSE q.id END AS owner_id,
               SUM(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END) AS open_n,
               SUM(CASE WHEN f.state = 'accepted' THEN 1 ELSE 0 END) AS accepted_n,
               SUM(CASE WHEN f.state = 'corrected' THEN 1 ELSE 0 END) AS corrected_n,
               SUM(CASE WHEN f.state = 'rejected' THEN 1 ELSE 0 END) AS rejected_n,
               SUM(CASE WHEN f.state = 'open' AND f.is_change = 1 THEN 1 ELSE 0 END) AS change_n
          FROM fact f JOIN record q ON q.id = f.record_id
         GROUP BY CASE WHEN q.owner_id > 0 THEN q.owner_id ELSE q.id END) p
  JOIN record r ON r.id = p.owner_id
  LEFT JOIN record_origin o ON o.record_id = r.id
  LEFT JOIN action a ON a.id = o.action_id
  LEFT JOIN source s ON s.id = a.source_id
 WHERE r.deleted_at = 0
 ORDER BY source_id, a.position, r.id;

-- fact_waiting_all(): many
-- records of which, or of whose parts, a fact is open, in the order of their pages
SELECT r.id AS id
  FROM record r
  LEFT JOIN record_origin o ON o.record_id = r.id
  LEFT JOIN action a ON a.id = o.action_id
 WHERE r.owner_id = 0 AND r.deleted_at = 0
   AND (EXISTS (SELECT 1 FROM fact f WHERE f.record_id = r.id AND f.state = 'open')
        OR EXISTS (SELECT 1 FROM record q JOIN fact f ON f.record_id = q.id
                    WHERE q.owner_id = r.id AND f.state = 'open'))
 ORDER BY COALESCE(a.source_id, 0), a.position, r.id;

-- fact_warning_all(): many
-- which warnings the actions of pages have
SELECT action_id, rule, count(*) AS n FROM warning GROUP BY action_id, rule ORDER BY rule;

-- correction_insert(action_id int, record text, number int, field text, path text, printed text,
--   decided text, corrected_at int): none
INSERT INTO correction (action_id, record, number, field, path, printed, decided, corrected_at)
VALUES (:action_id, :record, :number, :field, :path, :printed, :decided, :corrected_at);

-- correction_delete(action_id int): none
DELETE FROM correction WHERE action_id = :action_id;

-- correction_of(action_id int): many
SELECT record, number, field, path, printed, decided, corrected_at
  FROM correction WHERE action_id = :action_id;
