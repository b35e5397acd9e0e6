// SPDX-License-Identifier: EUPL-1.2
// record_release — versions of records that become public at a moment to come.
#pragma once

#include "base/field.h"
#include "base/vec.h"
#include "db/db.h"

struct record_release {
	int64_t record_id, version; // 0: none
	int64_t due_at;             // seconds since 1970
};
struct record_releases VEC_OF(struct record_release);

// In place of any earlier one of the record.
bool record_release_save(
	struct db *db, const struct record_release *release, struct err *err) MUST_CHECK;
// Those of a record and of its parts.
bool record_release_drop(struct db *db, int64_t record_id, struct err *err) MUST_CHECK;
// That of one record; record_id 0 when it has none.
bool record_release_load(struct arena *mem, struct db *db, int64_t record_id,
	struct record_release *ret_release, struct err *err) MUST_CHECK;
// Those whose moment has come.
bool record_release_list(struct arena *mem, struct db *db, int64_t now,
	struct record_releases *ret_releases, struct err *err) MUST_CHECK;
// When the next one is due; 0: none waits.
bool record_release_next(struct db *db, int64_t *ret_due_at, struct err *err) MUST_CHECK;
