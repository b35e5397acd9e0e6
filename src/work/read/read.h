// SPDX-License-Identifier: EUPL-1.2
// read — reads a narrative page of actions: entries one by one, then what the page itself says.
//
// The page is walked once, line by line. An entry begins at a labelled line, with the heading and
// the lines that lead to it, or at an item of a list of actions ("In Moldova, ..."), and ends where
// the next begins; it is kept only while it is being read, in an arena of its own that is reset for
// the next, so that memory does not grow with the page. Pure: bytes in, facts out; the
// clock is not asked.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "model/entry.h"

struct lexicon;

struct read_options {
	struct str file;   // its name: errors are told with it, and it may name the place
	struct date as_of; // what "present" means; unknown: inferred from the page
	const struct lexicon *lexicon; // from read_lexicon_new; NULL: made for this page alone
	// Told now and then that what stands before the offset is not likely to be looked at again.
	void (*passed)(void *context, size_t offset);
	void *passed_context;
};

// Receives each entry in document order. The entry, and all it points to, lives until the function
// returns. Answering false stops the reading without an error.
struct read_sink {
	bool (*entry)(void *context, const struct entry *entry);
	void *context;
};

// The vocabulary that reading needs: made once, then only read. For those who read several pages.
const struct lexicon *read_lexicon_new(struct arena *mem);

// Reads one page of text or HTML; what ret_end holds lives in `mem`. False when it is no text
// (ERR_INPUT) or too long a page or line (ERR_LIMIT, ERR_INPUT). A page without entries is no
// failure: then ret_end->entry_n is 0, and a warning of the page says so. Time is linear in the bytes.
bool read_page(struct arena *mem, struct str bytes, const struct read_options *options,
	const struct read_sink *sink, struct page_end *ret_end, struct err *err) MUST_CHECK;
