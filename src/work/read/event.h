// SPDX-License-Identifier: EUPL-1.2
// event — a mention of an activity at work in its sentence: what governs it, and whether it stays.
//
// The finder of activities fills one sentence at a time: mentions first, then dates (event_date),
// places (event_place) and tense; what only points back or is only aimed at is dropped on the way.
#pragma once

#include "work/read/mention.h"

enum { EVENT_DATES_MAX = 6, EVENTS_MAX = 32 };

// The name of a place.
struct event_place {
	size_t from, to; // equal when there is none
	struct str iso2;
	bool is_listed; // in a table; else taken to be in the country of the action
	bool is_town;
};

// A mention and what the sentence says of it.
struct event {
	struct mention m;
	const struct date_hit *date[EVENT_DATES_MAX];
	size_t date_n;
	bool leads;     // its date stands before it
	bool is_shared; // its date was given to a neighbour of it
	bool is_dropped;
	bool is_planned;
	struct event_place place;
	size_t group; // of a first member: the record, from 1, of the group that it is told by
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

// A word of this role begins at the token.
static inline bool event_role(const struct event_sentence *s, size_t i, enum role role)
{
	return role_at(s->tokens, i, s->range.to, role) > 0;
}

// A word of this role stands among the tokens [from, to).
bool event_between(const struct event_sentence *s, size_t from, size_t to, enum role role);

// A verb of a tense stands there.
bool event_has_tense(const struct event_sentence *s, size_t from, size_t to);

// A part of the sentence begins there ("followed by", ";"), so that what stands behind is not about
// what stands before.
bool event_parted(const struct event_sentence *s, size_t from, size_t to);

// "planned for May, took place ...": the participle at the token tells of a plan that has changed.
bool event_is_old_plan(const struct event_sentence *s, size_t participle);

// "Following the endorsement in October 2011, ...": a date that says since when, not when.
bool event_is_background(const struct event_sentence *s, const struct date_hit *date);

// How many dates begin among the tokens [from, to), but for those of the background.
size_t event_dates_between(const struct event_sentence *s, size_t from, size_t to);
