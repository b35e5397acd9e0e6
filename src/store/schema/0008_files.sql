-- Files that were brought to the desk. The bytes lie beside the database under their digest
-- (store/kept_file.h); a row says what they are. Rows and bytes are never changed or taken away:
-- histories speak of them.

CREATE TABLE kept_file (
	id ID PRIMARY KEY,
	digest TEXT NOT NULL UNIQUE,
	size INT NOT NULL,
	type TEXT NOT NULL,
	name TEXT NOT NULL,
	account_id INT NOT NULL,
	at INT NOT NULL
);

-- Forms that came when the session had ended: given back to the same account when it has signed in
-- again, forgotten after a day. `token` is the digest of the one in the address.
CREATE TABLE kept_form (
	id ID PRIMARY KEY,
	token TEXT NOT NULL UNIQUE,
	account_id INT NOT NULL REFERENCES account (id),
	path TEXT NOT NULL,
	body TEXT NOT NULL,
	at INT NOT NULL
);
