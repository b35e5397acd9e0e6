// SPDX-License-Identifier: EUPL-1.2
// mention — a place in a sentence where an activity is named.
//
// A noun of data/read/activity.*.tsv with the words that belong to it: what determines it, its number,
// its topic. Whether it is an activity of its own is decided by activity_find.
#pragma once

#include "work/read/grammar.h"
#include "work/read/reading.h"

struct mention {
	size_t from;               // its first modifier, behind the article
	size_t core_from, core_to; // the noun or nouns
	size_t topic_to;           // behind "on border management"; core_to when there is none
	enum determiner determiner;
	struct str type;
	bool is_generic; // "activity", "event": yields to any other noun
	bool is_session; // the noun is "session"
	bool is_review;  // its type depends on what is reviewed
	bool is_plural;
	bool is_group; // "a series of"
	bool has_ordinal;
	int64_t count;
};

struct mentions VEC_OF(struct mention);

// All mentions in the sentence, in order.
struct mentions mention_find(const struct reading *reading, struct range sentence);
