-- record_search_find(query text): many
-- keys of the records that hold all words; the query is in the engine's own syntax, made by
-- store/record_search.c from folded words only
SELECT rowid AS id FROM search_record WHERE search_record MATCH :query;

-- record_search_insert(id int, kind text, public_words text, internal_words text,
--   personal_words text, financial_words text, sensitive_words text): none
INSERT INTO search_record (rowid, kind, public_words, internal_words, personal_words,
                           financial_words, sensitive_words)
VALUES (:id, :kind, :public_words, :internal_words, :personal_words, :financial_words,
        :sensitive_words);

-- record_search_delete(id int): none
DELETE FROM search_record WHERE rowid = :id;
