-- Words of every action, folded by base/utf8.c before they come here, so that both engines and
-- both sides of a search agree on what is the same word.
CREATE VIRTUAL TABLE search_action USING fts5 (
	title, place, body,
	tokenize = "unicode61 remove_diacritics 0",
	prefix = '2 3'
);
