// SPDX-License-Identifier: EUPL-1.2
// record_about — what is kept about a record beside it: its notes, its attachments (kind_about).
#pragma once

#include "db/db.h"
#include "model/record.h"

struct record_pointers VEC_OF(struct record *);

// The records of the kind that are about this one, the newest first, deleted ones too.
bool record_about(struct arena *mem, struct db *db, const struct kind *kind, int64_t id,
	struct record_pointers *ret_records, struct err *err) MUST_CHECK;

// Who made the record; 0: the program.
bool record_author(struct db *db, int64_t id, int64_t *ret_account, struct err *err) MUST_CHECK;
