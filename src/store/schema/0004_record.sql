-- Records of the desk: the present state of each, every version it ever had, and the keys by which
-- lists find them. A document is lines `path TAB value` (model/record.h); what a record may hold is
-- said by its kind (model/kind.h), so a new field or kind needs no step here.

CREATE TABLE record (
	id ID PRIMARY KEY,
	kind TEXT NOT NULL,
	version INT NOT NULL,
	state TEXT NOT NULL,
	name TEXT NOT NULL,
	document TEXT NOT NULL,
	owner_id INT NOT NULL,
	public_version INT NOT NULL,
	public_from INT NOT NULL,
	created_at INT NOT NULL,
	changed_at INT NOT NULL,
	deleted_at INT NOT NULL
);
CREATE INDEX record_kind ON record (kind, deleted_at, changed_at);
CREATE INDEX record_owner ON record (owner_id, kind);

-- Every change, in the order in which they were made. `hash` is over the one before and all that
-- stands in the row, so that nothing can be changed, taken out or put in between without a trace.
CREATE TABLE record_version (
	id ID PRIMARY KEY,
	record_id INT NOT NULL REFERENCES record (id),
	version INT NOT NULL,
	at INT NOT NULL,
	account_id INT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	state TEXT NOT NULL,
	document TEXT NOT NULL,
	hash TEXT NOT NULL,
	UNIQUE (record_id, version)
);

-- What lists are narrowed, linked and put in order by: `activity.legs.country` BJ.
CREATE TABLE record_key (
	record_id INT NOT NULL REFERENCES record (id),
	property TEXT NOT NULL,
	key TEXT NOT NULL
);
CREATE INDEX record_key_find ON record_key (property, key, record_id);
CREATE INDEX record_key_record ON record_key (record_id);

-- Where a record was read: the action of the portal that shows it, and which part of it it is
-- ("activity" 3; the action itself is "action" 0). Claims with their spans are kept under the same
-- names, so that the sentence behind a value is found from both sides.
CREATE TABLE record_origin (
	record_id ID PRIMARY KEY REFERENCES record (id),
	action_id INT NOT NULL REFERENCES action (id),
	part TEXT NOT NULL,
	number INT NOT NULL
);
CREATE INDEX record_origin_action ON record_origin (action_id);
