// SPDX-License-Identifier: EUPL-1.2
// heading — "PLACE [ORDINAL]: TITLE", the line that an entry begins with.
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "work/read/place_find.h"

// A slice of the line; n is 0 when there is none.
struct heading_part {
	size_t at, n;
};

struct heading {
	struct heading_part place, ordinal, title;
	int64_t phase; // the ordinal's value; 0 when none is printed
	struct place what;
	bool is_known; // the place is one that the tables know
};

// Takes a line apart at its first colon. False when it cannot be a heading: too long, a sentence,
// or without a name before the colon. A line without a colon is one only when all of it is a
// known place.
bool heading_parse(struct arena *mem, const struct lexicon *lexicon, struct str line,
	struct heading *ret_heading);
