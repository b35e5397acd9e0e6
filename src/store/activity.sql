-- activity_of_action(first int, next int): many
-- the activities with keys from first up to next (child_first, child_next), in the page's order
SELECT a.id, a.action_id, a.type, a.quote, a.date_raw, a.period, a.status, a.number,
       COALESCE(p.name, '') AS place, COALESCE(p.iso2, '') AS iso2
  FROM activity a LEFT JOIN place p ON p.id = a.place_id
 WHERE a.id >= :first AND a.id < :next ORDER BY a.id;

-- activity_insert(id int, action_id int, type text, quote text, date_raw text, period text,
--   place_id int?, status text, number int): none
INSERT INTO activity (id, action_id, type, quote, date_raw, period, place_id, status, number)
VALUES (:id, :action_id, :type, :quote, :date_raw, :period, :place_id, :status, :number);

-- activity_delete_of_action(first int, next int): none
DELETE FROM activity WHERE id >= :first AND id < :next;

-- place_by_name(name text, iso2 text): one or none
SELECT id FROM place WHERE name = :name AND iso2 = :iso2;

-- place_insert(name text, iso2 text): none
INSERT INTO place (name, iso2) VALUES (:name, :iso2);
