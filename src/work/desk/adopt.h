// SPDX-License-Identifier: EUPL-1.2
// adopt — makes records of the desk from an action that was read from a page.
//
// The action, its activities and its outputs become one record each; the bodies that it names
// become organisations, or are found among those there are. Each record remembers which part of the
// page's action it is (store/record_origin.h), and every value the fact that it was read as
// (model/fact.h), which waits for review.
#pragma once

#include "work/desk/part_read.h"

// Makes the records, inside the open transaction; *ret_id is the record of the action. Those that
// an earlier reading of the page made are renewed: values that differ become a new version, parts
// that the page tells no more are deleted. What the public sees is what was read, so all of them
// count as published. Ask adopt_is_desks first: what people changed is not to be renewed.
bool adopt_dossier(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, int64_t *ret_id, struct err *err) MUST_CHECK;

// People have changed a record of this action, added one to it, or reviewed one of its facts: it is
// the desk's now, and what a page tells otherwise is proposed (work/desk/propose.h).
bool adopt_is_desks(struct arena *mem, struct db *db, int64_t action_id, bool *ret_is,
	struct err *err) MUST_CHECK;

// Takes all open facts of the action's records for the record, without anybody having looked.
bool adopt_accept(struct arena *mem, struct db *db, int64_t action_id, int64_t at,
	struct err *err) MUST_CHECK;

// Makes records of every action that has none yet; *ret_n counts them.
bool adopt_all(struct arena *mem, struct db *db, const struct adopt_by *by, int64_t *ret_n,
	struct err *err) MUST_CHECK;
