// SPDX-License-Identifier: EUPL-1.2
// unite — makes two records one, and two again.
//
// The one that goes is kept, deleted, and leads to the one that stays; what was read of it, its parts
// and every link to it go over. All of it is versions in the history, and undoing it makes versions
// that give both back: exactly when nothing was changed since, else with what was changed since.
#pragma once

#include "db/db.h"
#include "model/record.h"

struct unite_by {
	int64_t account_id, at;
};

// What the one that stays becomes: for each property where they differ, whose value it has.
enum unite_pick { UNITE_KEEP, UNITE_TAKE, UNITE_BOTH };
// UNITE_BOTH only joins rows and several values. Names that go are kept as other names
// (PROPERTY_ALIASES). `pick` answers for the name of a property.
struct record unite_record(struct arena *mem, const struct record *stays, const struct record *goes,
	enum unite_pick (*pick)(void *context, const struct property *p), void *context);

// `record` is the one that stays, as it shall be, in the version that the person saw. Inside the open
// transaction; *ret_saved is false when somebody else was faster.
bool unite(struct arena *mem, struct db *db, struct record *record, const struct record *goes,
	const struct unite_by *by, bool *ret_saved, struct err *err) MUST_CHECK;

// *ret_done is false when there is no such merge, or the record that stayed was itself merged since.
bool unite_undo(struct arena *mem, struct db *db, int64_t merge_id, const struct unite_by *by,
	bool *ret_done, struct err *err) MUST_CHECK;
