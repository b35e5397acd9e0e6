-- What was read of records, and what people decided about it; records that are one and the same.

-- A fact: one value that a page told of a record, with the place where it stands. `path` is that of
-- a value (model/fact.h), of a whole row, or empty for the record itself; `was` is what the page told
-- before when it tells otherwise now (is_change). What was decided stands in `chosen`.
CREATE TABLE fact (
	id ID PRIMARY KEY,
	record_id INT NOT NULL REFERENCES record (id),
	read_id INT NOT NULL REFERENCES record (id),
	source_id INT NOT NULL REFERENCES source (id),
	path TEXT NOT NULL,
	text TEXT NOT NULL,
	was TEXT NOT NULL,
	is_change INT NOT NULL CHECK (is_change IN (0, 1)),
	claim_record TEXT NOT NULL,
	claim_number INT NOT NULL,
	claim_field TEXT NOT NULL,
	span_offset INT NOT NULL,
	span_length INT NOT NULL,
	certainty TEXT NOT NULL,
	rule TEXT NOT NULL,
	state TEXT NOT NULL
		CHECK (state IN ('open', 'accepted', 'corrected', 'rejected', 'superseded')),
	chosen TEXT NOT NULL,
	account_id INT NOT NULL,
	decided_at INT NOT NULL,
	why TEXT NOT NULL
);
CREATE INDEX fact_record ON fact (record_id, state);
CREATE INDEX fact_read ON fact (read_id);

-- What the desk says otherwise than the page, as the public sees it since the last publication.
CREATE TABLE correction (
	action_id INT NOT NULL REFERENCES action (id),
	record TEXT NOT NULL,
	number INT NOT NULL,
	field TEXT NOT NULL,
	path TEXT NOT NULL,
	printed TEXT NOT NULL,
	decided TEXT NOT NULL,
	corrected_at INT NOT NULL
);
CREATE INDEX correction_action ON correction (action_id);

-- Two records that were made one: `from_id` is kept and leads to `into_id`. Undone, it stays as a
-- trace.
CREATE TABLE record_merge (
	id ID PRIMARY KEY,
	from_id INT NOT NULL REFERENCES record (id),
	into_id INT NOT NULL REFERENCES record (id),
	account_id INT NOT NULL,
	at INT NOT NULL,
	undone_at INT NOT NULL
);
CREATE INDEX record_merge_from ON record_merge (from_id, undone_at);
CREATE INDEX record_merge_into ON record_merge (into_id, undone_at);

-- The records that a merge changed, with their versions before and after, and whether the
-- public saw the one before.
CREATE TABLE record_merge_step (
	id ID PRIMARY KEY,
	merge_id INT NOT NULL REFERENCES record_merge (id),
	record_id INT NOT NULL REFERENCES record (id),
	before_version INT NOT NULL,
	after_version INT NOT NULL,
	was_public INT NOT NULL CHECK (was_public IN (0, 1))
);
CREATE INDEX record_merge_step_merge ON record_merge_step (merge_id);

-- An action of the portal that became another one: its address leads there, nothing else shows it.
CREATE TABLE action_merged (
	action_id ID PRIMARY KEY REFERENCES action (id),
	into_id INT NOT NULL REFERENCES action (id)
);

-- Two records that look alike and are not the same; the smaller number first.
CREATE TABLE record_unlike (
	id ID PRIMARY KEY,
	one_id INT NOT NULL REFERENCES record (id),
	other_id INT NOT NULL REFERENCES record (id),
	account_id INT NOT NULL,
	at INT NOT NULL,
	UNIQUE (one_id, other_id)
);
