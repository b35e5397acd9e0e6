-- claim_of_action(first int, next int): many
-- every fact of an action, in the order in which the record is told
SELECT id, action_id, source_id, record, number, field, value, span_offset, span_length,
       certainty, rule
  FROM claim WHERE id >= :first AND id < :next ORDER BY id;

-- claim_insert(id int, action_id int, source_id int, record text, number int, field text,
--   value text, span_offset int, span_length int, certainty text, rule text): none
INSERT INTO claim (id, action_id, source_id, record, number, field, value, span_offset,
       span_length, certainty, rule)
VALUES (:id, :action_id, :source_id, :record, :number, :field, :value, :span_offset,
       :span_length, :certainty, :rule);

-- claim_delete_of_action(first int, next int): none
DELETE FROM claim WHERE id >= :first AND id < :next;

-- warning_of_action(first int, next int): many
SELECT id, action_id, rule, message, span_offset, span_length
  FROM warning WHERE id >= :first AND id < :next ORDER BY id;

-- warning_insert(id int, action_id int, rule text, message text, span_offset int,
--   span_length int): none
INSERT INTO warning (id, action_id, rule, message, span_offset, span_length)
VALUES (:id, :action_id, :rule, :message, :span_offset, :span_length);

-- warning_delete_of_action(first int, next int): none
DELETE FROM warning WHERE id >= :first AND id < :next;
