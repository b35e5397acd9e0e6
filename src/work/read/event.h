// SPDX-License-Identifier: EUPL-1.2
// event — a mention of an activity at work in its sentence: what governs it, and whether it stays.
//
// The finder of activities fills one sentence at a time: mentions first, then dates (event_date),
// places (event_place) and tense; what only points back or is only aimed at is dropped on the way.
#pragma once

#include "work/read/mention.h"

enum { EVENT_DATES_MAX = 6, EVENTS_MAX = 32 };

// A mention and what the sentence says of it.
struct event {
	struct mention m;
	const struct date_hit *date[EVENT_DATES_MAX];
	size_t date_n;
	bool leads;     // its date stands before it
	bool is_shared; // its date was given to a neighbour of it
	bool is_dropped;
	bool is_planned;
	size_t place_from, place_to; // equal when it has no place
	const struct lexicon_entry *place;
};

// One sentence at work.
struct event_sentence {
	struct reading *r;
	const struct tokens *tokens;
	struct range range;
	struct event event[EVENTS_MAX];
	size_t n;
	bool in_objective;
};

// The word stands among the tokens [from, to).
bool event_between(const struct event_sentence *s, size_t from, size_t to, struct str word);

// A verb of a tense stands there.
bool event_has_tense(const struct event_sentence *s, size_t from, size_t to);

// A part of the sentence begins there ("followed by", ";"), so that what stands behind is not about
// what stands before.
bool event_parted(const struct event_sentence *s, size_t from, size_t to);
