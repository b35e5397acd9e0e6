-- What the public sees, from which day on. A row of record_release is a version that becomes public
-- at its moment; until then the public sees what it saw before.

CREATE TABLE record_release (
	record_id ID PRIMARY KEY REFERENCES record (id),
	version INT NOT NULL,
	due_at INT NOT NULL
);
CREATE INDEX record_release_due ON record_release (due_at);

-- An action that was taken back keeps its rows, with the sentences behind its facts, unseen.
ALTER TABLE action ADD COLUMN hidden INT NOT NULL DEFAULT 0;

-- The record of the desk that says what the body is called now; 0: none.
ALTER TABLE organisation ADD COLUMN record_id INT NOT NULL DEFAULT 0;
CREATE INDEX organisation_record ON organisation (record_id);
UPDATE organisation SET record_id = COALESCE(
	(SELECT min(k.record_id) FROM record_key k
	  WHERE k.property = 'organisation.name' AND k.key = organisation.folded), 0);

-- Records that the public sees as they are saved; before this step nobody marked them.
UPDATE record SET public_version = version, public_from = changed_at
 WHERE deleted_at = 0
   AND (kind IN ('organisation', 'facility', 'phase', 'region', 'theme')
        OR (kind = 'document' AND state = 'cleared'));
