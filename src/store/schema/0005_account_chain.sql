-- What was done to accounts is chained as the records' versions are; lines from before have no hash.
ALTER TABLE account_event ADD COLUMN hash TEXT NOT NULL DEFAULT '';
