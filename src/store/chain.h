// SPDX-License-Identifier: EUPL-1.2
// chain — rows of a history, each with a hash over itself and the one before.
//
// So nothing in the middle can be changed, taken out or put in without a trace: whoever goes along
// the rows in order finds a hash that does not fit.
#pragma once

#include "base/arena.h"
#include "db/db.h"

// What a row says: its numbers and texts, always in the same order.
struct chain_row {
	const int64_t *number;
	size_t number_n;
	const struct str *text;
	size_t text_n;
};

// The hash of a row behind one whose hash is `before` (empty: it is the first).
struct str chain_hash(struct arena *mem, struct str before, const struct chain_row *row);

// The hash of the last row so far, by a statement that answers it; empty when there is none.
bool chain_last(struct arena *mem, struct db *db, const struct db_statement *statement,
	struct str *ret_hash, struct err *err) MUST_CHECK;
