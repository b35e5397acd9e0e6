// SPDX-License-Identifier: EUPL-1.2
// check — what only the register can tell about a record: whether the records that it links to are
// there, and whether its unique values are its own (model/record.h checks the rest).
#pragma once

#include "db/db.h"
#include "model/record.h"

// Adds a finding for each value that differs from `before` and does not fit; its rule is the path.
bool check_against(struct arena *mem, struct db *db, const struct record *before,
	const struct record *record, struct findings *findings, struct err *err) MUST_CHECK;
