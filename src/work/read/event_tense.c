// SPDX-License-Identifier: EUPL-1.2
// event_tense — whether an event has taken place or is planned, by the verbs of its sentence.

#include "work/read/event_tense.h"

// "will be held", "will then be held": the participle is not of the past.
static bool is_future(const struct event_sentence *s, size_t participle)
{
	for (size_t i = participle; i > s->range.from && participle - i < 3; i--)
		if (role_at(s->tokens, i - 1, participle, ROLE_PLANNED))
			return true;
	return false;
}

// Where the next event of the sentence begins, or its end.
static size_t next_event(const struct event_sentence *s, const struct event *event)
{
	for (const struct event *next = event + 1; next < s->event + s->n; next++)
		if (!next->is_dropped)
			return next->m.from;
	return s->range.to;
}

// "by which the plan is to be carried out": a clause with a subject of its own, whose tense is not
// that of the event. "Which was held" has none.
static bool opens_clause(const struct event_sentence *s, size_t i, size_t end)
{
	return i > s->range.from && i + 1 < end && role_at(s->tokens, i, end, ROLE_RELATIVE) &&
		lexicon_at(s->tokens, i - 1, i, LEXICON_FUNCTION) &&
		!lexicon_at(s->tokens, i + 1, end, LEXICON_VERB);
}

// ", hosted by the Ministry, ...", ", planned for May, took place": tells more of the event, not
// its tense.
static bool is_aside(const struct event_sentence *s, size_t participle)
{
	if (event_is_old_plan(s, participle))
		return true;
	return participle > s->range.from && token_is_mark(&s->tokens->p[participle - 1], ',') &&
		participle + 1 < s->range.to && event_role(s, participle + 1, ROLE_BY);
}

// "was planned", "has been postponed": the auxiliaries are of the past, the event is not.
static bool is_plan_told(const struct event_sentence *s, size_t i, size_t end)
{
	size_t held = role_at(s->tokens, i, end, ROLE_HELD);
	if (held > 1 && i + held < end && event_role(s, i + held, ROLE_PLANNED))
		return true; // "a été reporté"
	if (!role_at(s->tokens, i, end, ROLE_BEING))
		return false;
	while (i < end &&
		(role_at(s->tokens, i, end, ROLE_BEING) || role_at(s->tokens, i, end, ROLE_ADVERB)))
		i++;
	return role_at(s->tokens, i, end, ROLE_PLANNED) > 0;
}

// The tense of the verb behind the mention; false when there is none before the next event.
static bool tense_behind(
	const struct event_sentence *s, const struct event *event, bool *ret_planned)
{
	size_t end = next_event(s, event);
	for (size_t i = event->m.core_to; i < end; i++) {
		if (event_role(s, i, ROLE_FOLLOWED) || opens_clause(s, i, end))
			return false;
		if (is_aside(s, i))
			continue;
		*ret_planned = role_at(s->tokens, i, end, ROLE_PLANNED) || is_plan_told(s, i, end);
		if (*ret_planned || role_at(s->tokens, i, end, ROLE_HELD))
			return true;
	}
	return false;
}

// The tense of the verb before the mention; "followed by" borrows that of the verb before it.
static bool tense_before(
	const struct event_sentence *s, const struct event *event, bool *ret_planned)
{
	for (size_t i = event->m.core_from; i > s->range.from; i--) {
		if (event_role(s, i - 1, ROLE_FOLLOWED))
			continue;
		*ret_planned = role_at(s->tokens, i - 1, event->m.core_from, ROLE_PLANNED);
		if (*ret_planned)
			return true;
		if (role_at(s->tokens, i - 1, event->m.core_from, ROLE_HELD)) {
			*ret_planned = is_future(s, i - 1);
			return true;
		}
	}
	return false;
}

// "experts provided support ...": the verb stands right before the mention.
static bool is_object_of_past(const struct event_sentence *s, const struct event *event)
{
	size_t i = event->m.from;
	if (i > s->range.from && event->m.determiner != DETERMINER_NONE)
		i--;
	return i > s->range.from && !event->m.is_deed && role_at(s->tokens, i - 1, i, ROLE_HELD) &&
		!role_at(s->tokens, i - 1, i, ROLE_BEING) && !is_future(s, i - 1);
}

// "will be trained": what stands before the verb itself tells.
static bool is_deed_planned(const struct event_sentence *s, const struct event *event)
{
	size_t from = event->m.from < event->m.core_from ? event->m.from : event->m.core_from;
	return event_between(s, from, event->m.core_to, ROLE_PLANNED) ||
		is_future(s, event->m.core_from);
}

// The tense that holds for the mention: of the verb behind it when that is its own, else of the
// one before it, else of any behind it.
void event_tense_find(const struct event_sentence *s, struct event *event)
{
	bool planned = false;
	if (event->m.is_deed) {
		event->is_planned = is_deed_planned(s, event);
		return;
	}
	if (is_object_of_past(s, event)) {
		event->is_planned = false;
		return;
	}
	if (!tense_behind(s, event, &planned) && !tense_before(s, event, &planned))
		planned = grammar_has_role(
				  s->tokens, event->m.core_to, s->range.to, ROLE_PLANNED) &&
			!grammar_has_role(s->tokens, event->m.core_to, s->range.to, ROLE_HELD);
	event->is_planned = planned;
}
