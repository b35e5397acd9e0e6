// SPDX-License-Identifier: EUPL-1.2
// propose — what a page tells otherwise than before, of records that the desk has changed or reviewed.
//
// Nothing of the desk's is touched: each difference between the last reading and the new one becomes
// an open fact that says what the page told, and what it tells (model/fact.h, is_change). People see
// both beside what the record says, and accept or reject each (work/desk/review.h). A part that is new
// is kept as a deleted record until it is accepted. A reading that takes back what an open proposal
// says takes the proposal back.
#pragma once

#include "work/desk/part_read.h"

// Parts are found again by what they say, not by their number. Inside the open transaction; *ret_n
// counts the proposals.
bool propose_dossier(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, int64_t *ret_n, struct err *err) MUST_CHECK;
