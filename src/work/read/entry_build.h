// SPDX-License-Identifier: EUPL-1.2
// entry_build — the facts of one entry from its lines: heading, fields, duration, then the finders.
#pragma once

#include "model/entry.h"
#include "work/read/label.h"
#include "work/read/text.h"

enum { SECTION_MAX = 32 };

// The value behind a label, within the text of the entry.
struct section {
	enum label label;
	size_t at, n;
};

// An entry as lines: where its heading and its values stand in its text.
struct entry_lines {
	struct text text;
	size_t heading_at, heading_n; // n is 0 without a heading
	struct section section[SECTION_MAX];
	size_t section_n;
	size_t end;               // behind its last byte
	bool is_cut;              // it was too long: the rest of it is not here
	VEC(struct section) line; // every line of it; `label` is not used
};

// True when there is enough to call it an entry: a heading with a known place, or two fields of
// which one is a duration.
bool entry_is_one(
	struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines);

// Fills the entry. What is not found stays unknown; repairs and doubts become warnings.
void entry_build(struct arena *mem, const struct lexicon *lexicon, const struct entry_lines *lines,
	struct entry *ret_entry);
