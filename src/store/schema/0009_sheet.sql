-- Tables that somebody brought to a list and has not accepted yet: one for each account and kind. What was not
-- accepted within some days is forgotten (store/sheet_pending.h).

CREATE TABLE sheet_pending (
	id ID PRIMARY KEY,
	account_id INT NOT NULL,
	kind TEXT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	head TEXT NOT NULL,
	columns TEXT NOT NULL,
	made_at INT NOT NULL,
	UNIQUE (account_id, kind)
);

-- Its rows; each goes when it is accepted, in the transaction that saves its record.
CREATE TABLE sheet_pending_row (
	pending_id INT NOT NULL REFERENCES sheet_pending (id),
	number INT NOT NULL,
	cells TEXT NOT NULL,
	PRIMARY KEY (pending_id, number)
);

-- Which path of the kind a column's heading stood for the last time.
CREATE TABLE sheet_mapping (
	account_id INT NOT NULL,
	kind TEXT NOT NULL,
	heading TEXT NOT NULL,
	path TEXT NOT NULL,
	PRIMARY KEY (account_id, kind, heading)
);
