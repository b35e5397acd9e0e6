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

// The tokens of a text, with their phrases.
struct tokens sample_tokens(struct arena *mem, struct str text);

// The entries of a page, kept in `mem`; `ret_end` and `ret_err` may be NULL.
struct sample_entries VEC_OF(struct entry);
struct sample_entries sample_page(
	struct arena *mem, struct str page, struct page_end *ret_end, struct err *ret_err);
