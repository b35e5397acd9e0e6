// SPDX-License-Identifier: EUPL-1.2
// page_name — the place that a page is named after: by its file, its address or its title.
//
// Pages of a single action often print no heading, but are called "mieux-25-cabo-verde-i". Such a
// name is evidence beside the text: it is never a stated value.
#pragma once

#include "base/arena.h"
#include "base/str.h"
#include "work/read/lexicon.h"

struct page_name {
	struct str iso2;  // empty: the name tells no country, or several
	struct str words; // the country as written there
	int64_t phase;    // 0: none
};

// Of a path or an address: its last part, without the ending of a file. What is answered lives
// in `mem`.
struct page_name page_name_of_address(
	struct arena *mem, const struct lexicon *lexicon, struct str address);

// Of a title.
struct page_name page_name_of_title(
	struct arena *mem, const struct lexicon *lexicon, struct str title);
