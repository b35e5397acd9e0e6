// SPDX-License-Identifier: EUPL-1.2
// part_read — what a dossier says, as records of the desk with the fact behind every value.
//
// The one place that knows which value of a reading is which field of a record. The action comes
// first, then its activities and outputs; the bodies that they name become organisations, or are
// found among those there are.
#pragma once

#include "db/db.h"
#include "model/dossier.h"
#include "model/fact.h"

struct adopt_by {
	int64_t account_id; // 0: the program itself
	int64_t at;         // seconds since 1970
	struct str lang;    // of the page's texts: "en"
	bool is_accepted;   // what is read is the record at once, without review
};

// One record; its facts have neither the number of a record nor a state yet.
struct part_read {
	struct record record;
	struct str part; // "action", "activity", "output": as claims name it
	int64_t number;  // among its like, from 1; 0 for the action itself
	struct facts facts;
};
struct parts_read VEC_OF(struct part_read);

// Needs the claims of the dossier, and an open transaction for organisations that are new.
bool parts_read(struct arena *mem, struct db *db, const struct dossier *dossier,
	const struct adopt_by *by, struct parts_read *ret_parts, struct err *err) MUST_CHECK;
