// SPDX-License-Identifier: EUPL-1.2
// sample — what the tests of the reader share: tokens of a text, and the entries of a page.
#pragma once

#include "check.h"

#include "base/err.h"
#include "model/entry.h"
#include "work/read/lexicon.h"
#include "work/read/token.h"

// The vocabulary, made once for all tests.
const struct lexicon *sample_lexicon(void);

// Gives the vocabulary back, behind the last test.
void sample_done(void);

// The tokens of a text, with their phrases; those of an Arabic text as words of that language.
struct tokens sample_tokens(struct arena *mem, struct str text);

// The entries of a page, kept in `mem`; `ret_end` and `ret_err` may be NULL.
struct sample_entries VEC_OF(struct entry);
struct sample_entries sample_page(
	struct arena *mem, struct str page, struct page_end *ret_end, struct err *ret_err);

// The same of a page in a file of this name.
struct sample_entries sample_file(
	struct arena *mem, struct str name, struct str page, struct page_end *ret_end);

// One entry about Kenya with this summary and duration.
struct entry sample_entry(struct arena *mem, const char *summary, const char *duration);

// The activities of an entry as "type start status place xCOUNT", a semicolon between them.
struct str sample_told(struct arena *mem, const struct entry *entry);

// The same of an entry with this summary.
struct str sample_activities(struct arena *mem, const char *summary);
