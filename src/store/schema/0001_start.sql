-- The portfolio: what pages say, and the bytes each fact was read from.
-- The type words ID INT TEXT REAL BLOB are replaced by the engine's (db/migrate.h). Periods and
-- dates are EDTF and ISO 8601 text, instants are seconds, flags are 0 or 1. The key of a child is
-- its parent's key * 65536 + its place in the list, so children lie together and need no index.

-- One number that moves with every change: finished pages are kept while it stands still.
CREATE TABLE portfolio_version (
	id ID PRIMARY KEY CHECK (id = 1),
	number INT NOT NULL,
	changed_at INT NOT NULL
);
INSERT INTO portfolio_version (id, number, changed_at) VALUES (1, 1, 0);

-- A page as it was given, whole, under its SHA-256.
CREATE TABLE source (
	id ID PRIMARY KEY,
	digest TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	bytes BLOB NOT NULL,
	size INT NOT NULL,
	region TEXT NOT NULL,
	funder TEXT NOT NULL,
	as_of TEXT NOT NULL,
	unread_share INT NOT NULL,
	imported_at INT NOT NULL
);

CREATE TABLE action (
	id ID PRIMARY KEY,
	slug TEXT NOT NULL UNIQUE,
	match_key TEXT NOT NULL UNIQUE,
	digest TEXT NOT NULL,
	source_id INT NOT NULL REFERENCES source (id),
	position INT NOT NULL,
	heading TEXT NOT NULL,
	place TEXT NOT NULL,
	place_kind TEXT NOT NULL,
	iso2 TEXT NOT NULL,
	phase INT NOT NULL,
	title TEXT NOT NULL,
	objective TEXT NOT NULL,
	summary TEXT NOT NULL,
	duration_raw TEXT NOT NULL,
	period TEXT NOT NULL,
	duration_damaged INT NOT NULL CHECK (duration_damaged IN (0, 1)),
	duration_ambiguous INT NOT NULL CHECK (duration_ambiguous IN (0, 1)),
	requester TEXT NOT NULL,
	requester_kind TEXT NOT NULL,
	participants INT NOT NULL,
	participants_quote TEXT NOT NULL,
	span_offset INT NOT NULL,
	span_length INT NOT NULL,
	review TEXT NOT NULL CHECK (review IN ('pending', 'accepted')),
	created_at INT NOT NULL,
	changed_at INT NOT NULL
);
CREATE INDEX action_source ON action (source_id, position);

CREATE TABLE place (
	id ID PRIMARY KEY,
	name TEXT NOT NULL,
	iso2 TEXT NOT NULL,
	UNIQUE (name, iso2)
);

CREATE TABLE activity (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	type TEXT NOT NULL,
	quote TEXT NOT NULL,
	date_raw TEXT NOT NULL,
	period TEXT NOT NULL,
	place_id INT REFERENCES place (id),
	status TEXT NOT NULL CHECK (status IN ('held', 'planned')),
	number INT NOT NULL
);

CREATE TABLE output (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	type TEXT NOT NULL,
	name TEXT NOT NULL,
	status TEXT NOT NULL,
	status_date TEXT NOT NULL
);

-- Whom an administration, or a group without a country, lent to an action.
CREATE TABLE expert_provision (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	iso2 TEXT NOT NULL,
	kind TEXT NOT NULL,
	quote TEXT NOT NULL
);

CREATE TABLE organisation (
	id ID PRIMARY KEY,
	name TEXT NOT NULL,
	folded TEXT NOT NULL UNIQUE
);

CREATE TABLE action_organisation (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	organisation_id INT NOT NULL REFERENCES organisation (id),
	role TEXT NOT NULL CHECK (role IN ('partner', 'requester'))
);

-- Countries by role: never one column (domain.md 2.16). Where experts come from stands in
-- expert_provision.
CREATE TABLE action_country (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	iso2 TEXT NOT NULL,
	role TEXT NOT NULL CHECK (role IN ('beneficiary', 'host', 'participant'))
);

CREATE TABLE theme (
	id ID PRIMARY KEY,
	slug TEXT NOT NULL UNIQUE
);

CREATE TABLE action_theme (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	theme_id INT NOT NULL REFERENCES theme (id)
);

-- A publication named on a page's downloads shelf.
CREATE TABLE document (
	id ID PRIMARY KEY,
	source_id INT NOT NULL REFERENCES source (id),
	title TEXT NOT NULL,
	languages TEXT NOT NULL
);

-- A fact with its span: the field of a record, and the bytes of the source it was read from.
CREATE TABLE claim (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	source_id INT NOT NULL REFERENCES source (id),
	record TEXT NOT NULL,
	number INT NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	span_offset INT NOT NULL,
	span_length INT NOT NULL,
	certainty TEXT NOT NULL CHECK (certainty IN ('stated', 'inferred', 'corrected')),
	rule TEXT NOT NULL
);

-- What the reader noticed about an action: repairs, contradictions, doubtful readings.
CREATE TABLE warning (
	id ID PRIMARY KEY,
	action_id INT NOT NULL REFERENCES action (id),
	rule TEXT NOT NULL,
	message TEXT NOT NULL,
	span_offset INT NOT NULL,
	span_length INT NOT NULL
);
