// SPDX-License-Identifier: EUPL-1.2
// search — which actions hold these words.
//
// Words are folded here (base/utf8.h), on both sides, so that accents, case, Arabic letter forms
// and the spelling of apostrophes never matter. A word matches the beginnings of words.
#pragma once

#include "db/db.h"
#include "store/dossier.h"

enum { SEARCH_WORDS_MAX = 16 };

// The folded words of a query, in order; the rest after SEARCH_WORDS_MAX is dropped.
struct search_words VEC_OF(struct str);
struct search_words search_words_of(struct arena *mem, struct str query);

// Keys of the actions that hold all of the words, the best first, at most `most`. A query without
// any word finds nothing.
bool search_actions(struct arena *mem, struct db *db, struct str query, int64_t most,
	struct action_ids *ret_ids, struct err *err) MUST_CHECK;

// Replaces the words of one action. `place` should hold every name its countries go by.
struct search_text {
	struct str title, place, body;
};
bool search_put(struct arena *mem, struct db *db, int64_t action_id, struct search_text text,
	struct err *err) MUST_CHECK;
