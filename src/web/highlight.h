// SPDX-License-Identifier: EUPL-1.2
// highlight — where the words of a search stand in a text.
//
// Words are compared folded (base/utf8.h) and match the beginnings of words, as the search itself
// does; the whole word is marked, in the text's own spelling.
#pragma once

#include "base/vec.h"
#include "store/search.h"

struct highlight_piece {
	struct str text;
	bool is_hit;
};
struct highlight VEC_OF(struct highlight_piece);

// The text in pieces that, joined, are the text.
struct highlight highlight_of(struct arena *mem, struct str text, const struct search_words *words);

// The part around the first word found, cut between words, at most about `room` bytes; the
// beginning when nothing is found. *ret_is_cut says on which sides something was left out.
struct highlight_cut {
	bool before, after;
};
struct str highlight_part(struct arena *mem, struct str text, const struct search_words *words,
	size_t room, struct highlight_cut *ret_cut);
