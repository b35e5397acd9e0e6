-- document_all(): many
-- the publications named on the downloads shelves of all pages
SELECT id, source_id, title, languages FROM document ORDER BY id;

-- document_insert(id int, source_id int, title text, languages text): none
INSERT INTO document (id, source_id, title, languages)
VALUES (:id, :source_id, :title, :languages);

-- document_delete_same(title text, languages text): none
-- the same publication named on an earlier state of the page: the newest page that names it stays
DELETE FROM document WHERE title = :title AND languages = :languages;
