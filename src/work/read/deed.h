// SPDX-License-Identifier: EUPL-1.2
// deed — a place in a sentence where an activity is told by its verb: "forty officers were trained".
//
// A verb of data/read/deed.*.tsv with the words that belong to it: who it was done to, or what was
// done. Only finite verbs count: "trained staff" and "who were trained" tell of people.
#pragma once

#include "work/read/mention.h"

// The deed whose verb begins at token `i` of the sentence [begin, end); false when there is none.
bool deed_read(
	const struct tokens *tokens, size_t i, size_t begin, size_t end, struct mention *ret_deed);
