-- What the desk's lists need: their order and states without the documents, words, saved views.

-- All that a list asks of a record before it shows it, in the order of the list.
CREATE INDEX record_pick ON record
	(kind, deleted_at, changed_at, id, state, owner_id, version, public_version);
DROP INDEX record_kind;
-- Parts that are not as the public sees them.
CREATE INDEX record_part_behind ON record (owner_id, kind, state, public_version)
 WHERE owner_id > 0 AND public_version <> version AND (public_version > 0 OR deleted_at = 0);

-- Folded words of every record (decision 5), one column for each class of fields, so that a word is
-- found only by those who may see the field that it stands in.
CREATE VIRTUAL TABLE search_record USING fts5 (
	kind, public_words, internal_words, personal_words, financial_words, sensitive_words,
	tokenize = "unicode61 remove_diacritics 0",
	prefix = '2 3'
);

-- Records whose keys and words are of an earlier version of the program; they are renewed when the
-- database is brought up (store/upgrade.h).
CREATE TABLE record_unkeyed (
	record_id ID PRIMARY KEY REFERENCES record (id)
);
INSERT INTO record_unkeyed (record_id) SELECT id FROM record;

-- A list as somebody wants to see it again: the query of its address.
CREATE TABLE list_view (
	id ID PRIMARY KEY,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	query TEXT NOT NULL,
	account_id INT NOT NULL REFERENCES account (id),
	is_shared INT NOT NULL CHECK (is_shared IN (0, 1)),
	made_at INT NOT NULL
);
CREATE INDEX list_view_account ON list_view (account_id, kind);

-- The view that somebody's list of a kind opens with.
CREATE TABLE list_view_default (
	account_id INT NOT NULL REFERENCES account (id),
	kind TEXT NOT NULL,
	view_id INT NOT NULL REFERENCES list_view (id),
	PRIMARY KEY (account_id, kind)
);
