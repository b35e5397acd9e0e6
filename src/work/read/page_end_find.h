// SPDX-License-Identifier: EUPL-1.2
// page_end_find — what a page says outside its entries: its region, its downloads, its funder.
//
// Fed with the lines that stand in no entry, and told of each entry, since the day that "present"
// means can only be inferred from the dates of all of them (domain rule R06).
#pragma once

#include "model/entry.h"
#include "work/read/lexicon.h"
#include "work/read/text.h"

struct page_end_find {
	struct arena *mem; // what is found lives here
	struct arena *tmp; // for the line at hand
	struct page_end *end;
	bool in_downloads;
	bool has_title;
	struct date latest_held, earliest_planned;
};

// Looks at a line outside of any entry, which stands at `at` in `text`. True when it was understood.
bool page_end_line(struct page_end_find *find, const struct lexicon *lexicon, struct str line,
	const struct text *text, size_t at);

void page_end_note_entry(struct page_end_find *find, const struct entry *entry);

// Sets `as_of`: as given, or inferred from the dates noted; unknown when there are none.
void page_end_finish(struct page_end_find *find, struct date as_of);
