// SPDX-License-Identifier: EUPL-1.2
// near_name — what a search may have meant beside its words: countries, regions and themes of that
// name in any language, and a word of the register that is spelt nearly so.
#pragma once

#include "store/search.h"
#include "web/parts.h"

struct near_names {
	struct index_list countries, regions, themes; // n: their actions
};

// By any name they go by. A name fits when each word of the query begins one of its words, or when
// all of its words are in the query.
struct near_names near_names_of(struct visit *v, struct str query);

// The query with words that nothing begins with replaced by the nearest word of titles, places and
// themes, at most two letters away; empty when no word is near.
struct str near_name_query(struct visit *v, struct str query);
