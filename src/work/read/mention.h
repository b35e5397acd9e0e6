// SPDX-License-Identifier: EUPL-1.2
// mention — a place in a sentence where an activity is named.
//
// A noun of data/read/activity.*.tsv with the words that belong to it: what determines it, its number,
// its topic. Whether it is an activity of its own is decided by activity_find.
#pragma once

#include "work/read/grammar.h"
#include "work/read/reading.h"

// What kind of noun names the event: the mark before the type in data/read/activity.*.tsv.
enum noun {
	NOUN_NAMED,   // names its type: "workshop"
	NOUN_REVIEW,  // its type depends on what is reviewed
	NOUN_GENERIC, // "activity": yields to any other noun, as do all below
	NOUN_SESSION, // takes the type of the session before it
	NOUN_MISSION,
	NOUN_EVENT,
	NOUN_PART,   // "component": a part of the action, told as a step of its own or not
	NOUN_SUPPORT // "support to the drafting": a step where nothing else of its clause is
};

// What a verb must come with to tell an activity: the mark in data/read/deed.*.tsv.
enum need {
	NEED_NOTHING,
	NEED_ABROAD,  // a place outside the country of the action
	NEED_DATE,    // a date
	NEED_TOLD,    // a date or a place, unless it was done to those who stand before it
	NEED_DOER,    // somebody who did it
	NEED_REMOTE,  // a word of distance
	NEED_SHOWN,   // a date, and what it was done to
	NEED_HELD,    // a date, and something told for the first time that took place
	NEED_REVIEWED // its type depends on what is reviewed
};

struct mention {
	size_t from;               // its first modifier, behind the article
	size_t core_from, core_to; // the noun or nouns
	size_t topic_to;           // behind "on border management"; core_to when there is none
	enum determiner determiner;
	struct str type;
	bool is_generic; // "activity", "event": yields to any other noun
	enum noun noun;
	bool is_plural;
	bool is_group; // "a series of"
	bool has_ordinal;
	bool is_deed;     // told by its verb (deed.h), which needs this beside it
	bool is_passive;  // by such a verb, of those who stand before it
	bool is_member;   // its noun is that of an event told before (member.h)
	bool is_first;    // such a member, which begins the list of its group
	bool is_further;  // such a member, and one more than those told: "another"
	bool is_repeated; // such a member: "was repeated"
	bool is_counted;  // such a member, a part of its group: "two in Nairobi"
	enum need need;
	int64_t count;
};

struct mentions VEC_OF(struct mention);
// Where the object of its verb ends, which is what the mention is about.
void mention_object_read(const struct tokens *tokens, struct mention *mention, size_t end);

// All mentions in the sentence, in order.
struct mentions mention_find(const struct reading *reading, struct range sentence);
