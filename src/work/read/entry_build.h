// SPDX-License-Identifier: EUPL-1.2
// entry_build — the facts of one entry from its lines: heading, fields, duration, then the finders.
#pragma once

#include "model/entry.h"
#include "work/read/entry_lines.h"
#include "work/read/page_name.h"

// True when there is enough to call it an entry: an item of a list; a known place with a field or a
// duration behind it; else a duration with another field that tells an action.
bool entry_is_one(
	struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines);

// Fills the entry. What is not found stays unknown; repairs and doubts become warnings. `name` is
// what the page is named after; it may be NULL.
void entry_build(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines,
	const struct page_name *name, struct entry *ret_entry);
