-- What became of a mail: how often it was tried, when, why not, and when it is tried again.
ALTER TABLE mail ADD COLUMN tries INT NOT NULL DEFAULT 0;
ALTER TABLE mail ADD COLUMN tried_at INT NOT NULL DEFAULT 0;
ALTER TABLE mail ADD COLUMN next_at INT NOT NULL DEFAULT 0;
ALTER TABLE mail ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_state ON mail (state, next_at);
