// SPDX-License-Identifier: EUPL-1.2
// migrate — numbered steps of schema, each in its transaction, recorded.
//
// The steps are src/store/schema/NNNN_name.sql, embedded in order. One text serves both engines;
// the words ID, INT, TEXT, REAL and BLOB in column definitions are replaced by the engine's own, and
// tables get what makes their columns hold only what they say (STRICT). A recorded step is a row
// of the table schema_step (number, name, taken_at).
#pragma once

#include "db/db.h"

struct migrate_step {
	int64_t number;
	struct str name;
	struct str sql;
};

extern const struct migrate_step migrate_steps[];
extern const size_t migrate_step_n;

// The number of the last step the database has; 0 for an empty one. ERR_DB when it has a step
// that this program does not know: the sentence says that the program is older than the database.
bool migrate_state(struct db *db, int64_t *ret_number, struct err *err) MUST_CHECK;

// Brings it up to the newest step; *ret_steps is how many were taken, `now` is recorded with each,
// in seconds. Killed at any instant, the database is at one of the steps. Two programs may do it
// at the same moment: each step is taken once.
bool migrate_run(struct db *db, int64_t now, int64_t *ret_steps, struct err *err) MUST_CHECK;
