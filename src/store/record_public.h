// SPDX-License-Identifier: EUPL-1.2
// record_public — records as the public has them: the versions that were published, and no others.
//
// A record that came from here knows its number, that version, its state and values then, and when
// it was made; nothing of what the record is now. Its values are all there: who hands them on
// leaves out what is not public (model/kind.h).
#pragma once

#include "db/db.h"
#include "model/record.h"

struct records_public VEC_OF(struct record *);

// NULL when the public sees no record of that number at `now`.
bool record_public_load(struct arena *mem, struct db *db, int64_t id, int64_t now,
	struct record **ret_record, struct err *err) MUST_CHECK;

// All of a kind, in the order in which they were made.
bool record_public_list(struct arena *mem, struct db *db, const struct kind *kind, int64_t now,
	struct records_public *ret_records, struct err *err) MUST_CHECK;
