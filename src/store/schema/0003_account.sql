-- Who may sign in, and what hangs on it. Tokens of sessions and links, and recovery codes, are kept
-- as SHA-256 only; passwords as argon2id in its own text form; secrets of second factors sealed.

CREATE TABLE account (
	id ID PRIMARY KEY,
	login TEXT NOT NULL UNIQUE,
	email TEXT NOT NULL,
	name TEXT NOT NULL,
	roles TEXT NOT NULL,
	language TEXT NOT NULL,
	disabled INT NOT NULL CHECK (disabled IN (0, 1)),
	password TEXT NOT NULL,
	totp TEXT NOT NULL,
	totp_pending TEXT NOT NULL,
	totp_step INT NOT NULL,
	created_at INT NOT NULL,
	changed_at INT NOT NULL
);

CREATE TABLE recovery_code (
	id ID PRIMARY KEY,
	account_id INT NOT NULL REFERENCES account (id),
	digest TEXT NOT NULL,
	used_at INT NOT NULL
);
CREATE INDEX recovery_code_account ON recovery_code (account_id);

CREATE TABLE session (
	id ID PRIMARY KEY,
	account_id INT NOT NULL REFERENCES account (id),
	token TEXT NOT NULL UNIQUE,
	pending INT NOT NULL CHECK (pending IN (0, 1)),
	strong INT NOT NULL CHECK (strong IN (0, 1)),
	created_at INT NOT NULL,
	seen_at INT NOT NULL,
	proved_at INT NOT NULL,
	address TEXT NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- account_id is NULL for the link that makes the first administrator.
CREATE TABLE login_link (
	id ID PRIMARY KEY,
	account_id INT REFERENCES account (id),
	token TEXT NOT NULL UNIQUE,
	purpose TEXT NOT NULL CHECK (purpose IN ('first', 'invitation', 'recovery')),
	made_at INT NOT NULL,
	expires_at INT NOT NULL,
	used_at INT NOT NULL
);
CREATE INDEX login_link_account ON login_link (account_id);

-- What failed, for the limits: of one account and from one address.
CREATE TABLE login_failure (
	id ID PRIMARY KEY,
	subject TEXT NOT NULL,
	at INT NOT NULL
);
CREATE INDEX login_failure_subject ON login_failure (subject, at);

CREATE TABLE mail (
	id ID PRIMARY KEY,
	recipient TEXT NOT NULL,
	subject TEXT NOT NULL,
	body TEXT NOT NULL,
	language TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
	made_at INT NOT NULL
);

-- What was done to an account, by whom; nothing changes or removes a line.
CREATE TABLE account_event (
	id ID PRIMARY KEY,
	account_id INT NOT NULL REFERENCES account (id),
	at INT NOT NULL,
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	old TEXT NOT NULL,
	fresh TEXT NOT NULL
);
CREATE INDEX account_event_account ON account_event (account_id);
