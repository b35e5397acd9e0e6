// SPDX-License-Identifier: EUPL-1.2
// check — what only the register can tell about a change of a record: whether the records that it
// links to are there, whether its unique values are its own (model/record.h checks the rest), and
// whether somebody may go back as far as he wants to.
#pragma once

#include "db/db.h"
#include "model/record.h"
#include "model/right.h"

// Adds a finding for each value that differs from `before` and does not fit; its rule is the path.
bool check_against(struct arena *mem, struct db *db, const struct record *before,
	const struct record *record, struct findings *findings, struct err *err) MUST_CHECK;

// Going back over a step needs the right that the step has, made either way: who may not approve
// cannot do it by going back to when it was approved.
bool check_undo(struct arena *mem, struct db *db, const struct record *record, int64_t version,
	const struct right_holder *holder, bool *ret_may, struct err *err) MUST_CHECK;
