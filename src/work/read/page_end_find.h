// SPDX-License-Identifier: EUPL-1.2
// page_end_find — what a page says outside its entries: its region, its downloads, its funder.
//
// Fed with the lines that stand in no entry, and told of each entry, since the day that "present"
// means can only be inferred from the dates of all of them (domain rule R06).
#pragma once

#include "model/entry.h"
#include "work/read/lexicon.h"
#include "work/read/text.h"

// A plan of an entry, which may turn out to be stale when the page's date is known.
struct page_plan {
	struct date last; // the latest date that it is planned for
	struct span span;
};

enum { PASSAGE_WORDS_MAX = 80 };

// Lines in a row, in the file, with the first words of the first.
struct page_passage {
	size_t offset, end;
	char words[PASSAGE_WORDS_MAX];
	size_t words_n;
};

struct page_end_find {
	struct arena *mem; // what is found lives here
	struct arena *tmp; // for the line at hand
	struct page_end *end;
	bool in_downloads;
	bool has_more_downloads; // than are kept
	bool has_title;
	struct date as_of; // as given; unknown: to be inferred
	struct date latest_held, earliest_planned;
	VEC(struct page_plan) plans;          // the first of the page
	struct page_passage passage, longest; // of lines that ended in nothing: at hand, and of all
};

// Looks at a line outside of any entry, which stands at `at` in `text`. True when it was understood.
bool page_end_line(struct page_end_find *find, const struct lexicon *lexicon, struct str line,
	const struct text *text, size_t at);

void page_end_note_entry(struct page_end_find *find, const struct entry *entry);

// Notes the line at `at` in `text` as one that ended in nothing.
void page_end_unread(struct page_end_find *find, const struct text *text, size_t at, size_t n);

// Warns of what was not understood, and sets the page's date: as given, or inferred from the dates noted; unknown when there are none.
// When it had to be inferred, plans for days that had passed by then are told here (R09): their
// entries were handed over before it was known.
void page_end_finish(struct page_end_find *find);
