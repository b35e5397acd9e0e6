-- search_find(query text, most int): many
-- keys of the actions that hold all words, the best first; the query is in the engine's own
-- syntax, made by store/search.c from folded words only
SELECT rowid AS id FROM search_action WHERE search_action MATCH :query
   AND rowid NOT IN (SELECT action_id FROM action_merged)
 ORDER BY bm25(search_action, 8.0, 6.0, 1.0), rowid LIMIT :most;

-- search_insert(id int, title text, place text, body text): none
INSERT INTO search_action (rowid, title, place, body) VALUES (:id, :title, :place, :body);

-- search_delete(id int): none
DELETE FROM search_action WHERE rowid = :id;

-- search_count(): one or none
SELECT count(*) AS n FROM search_action;
