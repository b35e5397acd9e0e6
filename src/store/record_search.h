// SPDX-License-Identifier: EUPL-1.2
// record_search — which records of the desk hold these words, for somebody who sees these classes.
//
// Words of every property marked PROPERTY_SEARCHED are kept folded (store/search.h), those of each
// class of fields apart: a word that stands only where the visitor may not look finds nothing.
#pragma once

#include "db/db.h"
#include "model/record.h"

// Who asks for what.
struct record_words {
	const struct kind *kind;
	unsigned classes; // bits of enum field_class
	struct str words; // each stands at the beginning of a word; all must be there
};

struct record_ids VEC_OF(int64_t);

// The records of the kind that hold all the words, in no order, deleted ones among them. Nothing
// when there is no word in it.
bool record_search(struct arena *mem, struct db *db, const struct record_words *words,
	struct record_ids *ret_ids, struct err *err) MUST_CHECK;

// Replaces the words of the record, inside the open transaction.
bool record_search_put(
	struct arena *mem, struct db *db, const struct record *record, struct err *err) MUST_CHECK;
