// SPDX-License-Identifier: EUPL-1.2
// event_weak — mentions that are an event only where their clause tells no other.

#include "work/read/event_weak.h"

#include "work/read/event_place.h"

// ", which will be presented at a workshop": begins a clause about what stands before it.
static bool begins_relative(const struct event_sentence *s, size_t i)
{
	if (!token_is_mark(&s->tokens->p[i], ',') || i + 2 >= s->range.to)
		return false;
	i += event_role(s, i + 1, ROLE_PREPOSITION) ? 2 : 1;
	return event_role(s, i, ROLE_RELATIVE);
}

// Where the clause of the event begins: behind a conjunction that has a verb before it.
static size_t clause_from(const struct event_sentence *s, const struct event *event)
{
	for (size_t i = event->m.from; i > s->range.from; i--) {
		if (token_is_mark(&s->tokens->p[i - 1], ';') ||
			token_is_mark(&s->tokens->p[i - 1], ':') || begins_relative(s, i - 1))
			return i;
		if (event_role(s, i - 1, ROLE_CONJUNCTION) &&
			event_has_tense(s, s->range.from, i - 1))
			return i;
	}
	return s->range.from;
}

// And where it ends: at a conjunction that has a verb behind it, or at a relative clause.
static size_t clause_to(const struct event_sentence *s, const struct event *event)
{
	for (size_t i = event->m.core_to; i < s->range.to; i++)
		if (token_is_mark(&s->tokens->p[i], ';') || begins_relative(s, i) ||
			(event_role(s, i, ROLE_CONJUNCTION) && event_has_tense(s, i, s->range.to)))
			return i;
	return s->range.to;
}

// What tells no event where another is told beside it: a verb, or mere support.
static bool is_weak(const struct event *event)
{
	return event->m.is_deed || event->m.noun == NOUN_SUPPORT;
}

static bool has_stronger(const struct event_sentence *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct event *other = &s->event[i];
		// "at this workshop" is no new event, but what is told is a part of it
		bool counts = !other->is_dropped || other->m.determiner == DETERMINER_POINTING;
		if (!is_weak(other) && counts && other->m.core_from >= from &&
			other->m.core_to <= to)
			return true;
	}
	return false;
}

static bool is_placed(
	const struct event_sentence *s, const struct event *event, size_t to, struct str *ret_iso2)
{
	struct event own = *event;
	bool is_one = event_place_find(s, &own, event->m.core_to - 1, to);
	*ret_iso2 = own.place.iso2;
	return is_one;
}

// The verb has beside it what it needs to tell an event.
static bool has_need(
	const struct event_sentence *s, const struct event *event, size_t from, size_t to)
{
	struct str iso2;
	switch (event->m.need) {
	case NEED_ABROAD:
		return is_placed(s, event, to, &iso2) && !str_eq(iso2, s->r->entry->iso2);
	case NEED_DATE:
	case NEED_SHOWN:
	case NEED_HELD:
		return event_dates_between(s, from, to) > 0;
	case NEED_TOLD:
		return event->m.is_passive || event_dates_between(s, from, to) > 0 ||
			is_placed(s, event, to, &iso2);
	case NEED_DOER:
		return !event->m.is_passive;
	case NEED_REMOTE:
		return event_between(s, from, to, ROLE_REMOTE);
	case NEED_NOTHING:
	case NEED_REVIEWED:
		break;
	}
	return true;
}

// "support to the drafting of a plan", "support, from a distance, to ...": help with a work.
static bool is_step(const struct event_sentence *s, struct event *event, size_t to)
{
	size_t i = event->m.core_to;
	if (event_between(s, i, to, ROLE_REMOTE)) {
		event->m.type = S("remote-support");
		if (event->m.topic_to == i)
			event->m.topic_to = to;
		return true;
	}
	while (i < to &&
		(event_role(s, i, ROLE_BEING) || event_role(s, i, ROLE_HELD) ||
			event_role(s, i, ROLE_PLANNED) || event_role(s, i, ROLE_ADVERB)))
		i++; // "will be given to"
	if (i >= to || !event_role(s, i, ROLE_TOPIC) || event_role(s, i, ROLE_OF))
		return false;
	i += 1 + event_role(s, i + 1, ROLE_DEFINITE);
	return i < to && event_role(s, i, ROLE_MAKING);
}

bool event_is_too_weak(const struct event_sentence *s, struct event *event)
{
	if (!is_weak(event))
		return false;
	size_t from = clause_from(s, event), to = clause_to(s, event);
	if (s->in_objective || has_stronger(s, from, to))
		return true;
	return event->m.is_deed ? !has_need(s, event, from, to) : !is_step(s, event, to);
}
