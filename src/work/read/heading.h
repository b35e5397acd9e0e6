// SPDX-License-Identifier: EUPL-1.2
// heading — "PLACE [ORDINAL]: TITLE", the line that an entry begins with.
//
// Between place and title stands a colon; or a dash between blanks, where the place is a known one;
// or nothing, where the page's mark-up says that the line is a heading.
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

// Takes a line apart. False when it cannot be a heading: too long, a sentence, or without a name
// before its title. A line without a title is one only when all of it is a known place, with or
// without an ordinal. `level` is that of a heading of HTML; 0 for any other line.
bool heading_of_tokens(
	const struct tokens *tokens, struct str line, int level, struct heading *ret_heading);

// The value of a Roman number up to XXXIX; 0 when the token is none. In a text it is in capitals, in
// an address it may be in small letters (`any_case`).
int64_t heading_ordinal(const struct token *token, bool any_case);
