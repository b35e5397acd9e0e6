-- Tokens by which programs use the JSON API as an account; kept as SHA-256 only.

CREATE TABLE api_token (
	id ID PRIMARY KEY,
	account_id INT NOT NULL REFERENCES account (id),
	digest TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	writes INT NOT NULL CHECK (writes IN (0, 1)),
	strong INT NOT NULL CHECK (strong IN (0, 1)),
	created_at INT NOT NULL,
	expires_at INT NOT NULL,
	used_at INT NOT NULL
);
CREATE INDEX api_token_account ON api_token (account_id);

-- What was made under a key of the client's own, so that asking again makes nothing twice. `digest`
-- is of the request's body.
CREATE TABLE api_creation (
	id ID PRIMARY KEY,
	account_id INT NOT NULL REFERENCES account (id),
	key TEXT NOT NULL,
	digest TEXT NOT NULL,
	record_id INT NOT NULL REFERENCES record (id),
	at INT NOT NULL,
	UNIQUE (account_id, key)
);
CREATE INDEX api_creation_at ON api_creation (at);
