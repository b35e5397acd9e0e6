// SPDX-License-Identifier: EUPL-1.2
// event_merge — several mentions of a sentence that are one event: the one that says most stays.

#include "work/read/event_merge.h"

// A generic noun that the sentence itself explains: "the last activity, a workshop ...", "the
// second activity was a ...", "took the form of a study visit".
static bool is_explained(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	size_t before = b->m.from;
	if (b->m.determiner != DETERMINER_NONE && before > a->m.core_to)
		before--;
	if (before <= a->m.core_to)
		return false;
	const struct token *token = &s->tokens->p[before - 1];
	return token_is_mark(token, ',') || token_is_mark(token, ':') ||
		event_role(s, before - 1, ROLE_EXPLAINS) ||
		event_between(s, a->m.core_to, b->m.core_from, ROLE_FORM);
}

// The last token before the mention and its article.
static size_t before_mention(const struct event *a, const struct event *b)
{
	size_t before = b->m.from;
	if (b->m.determiner != DETERMINER_NONE && before > a->m.core_to)
		before--;
	return before > a->m.core_to ? before - 1 : a->m.core_to;
}

// "two weeks of training, a training session on document fraud": the same, told more closely.
static bool is_told_closer(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	size_t before = before_mention(a, b);
	return before == a->m.core_to && token_is_mark(&s->tokens->p[before], ',') &&
		b->m.determiner == DETERMINER_INDEFINITE && !a->m.is_plural && !a->m.is_generic &&
		b->m.topic_to > b->m.core_to && str_eq(a->m.type, b->m.type);
}

// "what was new was the survey: 4,000 households were interviewed": told by its verb behind the
// colon.
static bool is_told_by_deed(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	return b->m.is_deed && !a->m.is_deed && str_eq(a->m.type, b->m.type) &&
		a->m.topic_to < b->m.from && token_is_mark(&s->tokens->p[a->m.topic_to], ':');
}

// "two activities served this: a training and a seminar": what is counted is told behind the colon.
static bool is_enumerated(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	if (!a->m.is_plural || !(a->m.is_generic || str_eq(a->m.type, b->m.type)))
		return false;
	for (size_t i = a->m.core_to; i < b->m.from; i++)
		if (token_is_mark(&s->tokens->p[i], ':'))
			return true;
	return false;
}

// A generic noun that says what the event before it was, or is a part of it: "a study visit: an
// exchange of practices", "one more workshop, the final activity,", "meetings, with an exchange".
static bool is_afterthought(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	size_t at = before_mention(a, b);
	const struct token *before = &s->tokens->p[at];
	if (a->m.is_generic || !b->m.is_generic || b->m.is_plural || b->m.noun == NOUN_SESSION)
		return false;
	if (b->m.determiner == DETERMINER_DEFINITE)
		return token_is_mark(before, ',') && b->m.core_to < s->range.to &&
			token_is_mark(&s->tokens->p[b->m.core_to], ',');
	bool is_near = at <= a->m.topic_to + 1;
	return b->m.determiner == DETERMINER_INDEFINITE &&
		(token_is_mark(before, ':') || (is_near && event_role(s, at, ROLE_TOPIC)));
}

// "two missions held consultations": what happened in it.
static bool is_doing(const struct event_sentence *s, const struct event *a, const struct event *b)
{
	size_t verb = a->m.topic_to, behind = verb + 1;
	behind += b->m.determiner != DETERMINER_NONE;
	return behind == b->m.from && event_role(s, verb, ROLE_COMPRISES);
}

// What an event consisted of, or the form of a mission, is not another event.
static bool is_made_of(const struct event_sentence *s, const struct event *a, const struct event *b)
{
	if (is_doing(s, a, b))
		return true;
	return !a->m.is_generic && event_between(s, a->m.core_to, b->m.core_from, ROLE_FORM);
}

// "the final activity, a conference": both together name the event.
static bool is_apposed(const struct event_sentence *s, const struct event *a, const struct event *b)
{
	size_t before = before_mention(a, b);
	return !a->m.is_plural && before == a->m.core_to &&
		token_is_mark(&s->tokens->p[before], ',');
}

// Does `b` name the event of `a` more exactly?
static bool is_said_better(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	bool is_open = a->m.is_member || (a->m.is_generic && str_eq(a->m.type, S("other")));
	if (is_open && !b->m.is_generic && !b->m.is_deed && !b->m.is_member && !a->m.is_plural &&
		is_explained(s, a, b))
		return true;
	return is_told_closer(s, a, b) || is_enumerated(s, a, b) || is_told_by_deed(s, a, b);
}

// "Two meetings were held: one in Bangkok, one in Cebu": a group and the members that it is told
// by. Where the dates stand with the group, it is the members that say nothing more.
static void members_merge(struct event_sentence *s, size_t group)
{
	struct event *a = &s->event[group];
	size_t first = group + 1, last = first;
	while (last < s->n && s->event[last].m.is_member && !s->event[last].m.is_further)
		last++;
	if (a->is_dropped || !a->m.is_plural || a->m.is_member || first == last)
		return;
	bool is_dated = event_dates_between(s, a->m.core_to, s->event[first].m.from) > 1;
	for (size_t i = first; is_dated && i < last; i++)
		s->event[i].is_dropped = true;
	a->is_dropped = !is_dated;
}

void event_merge(struct event_sentence *sentence)
{
	for (size_t i = 0; i + 1 < sentence->n; i++)
		members_merge(sentence, i);
	for (size_t i = 0; i + 1 < sentence->n; i++) {
		struct event *a = &sentence->event[i], *b = &sentence->event[i + 1];
		if (a->is_dropped || b->is_dropped)
			continue;
		if (is_said_better(sentence, a, b)) {
			a->is_dropped = true;
			if (is_apposed(sentence, a, b))
				b->m.from = a->m.from;
		} else if (is_afterthought(sentence, a, b)) {
			b->is_dropped = true;
		} else if (is_made_of(sentence, a, b)) {
			for (size_t k = i + 1; k < sentence->n; k++)
				sentence->event[k].is_dropped = true;
		}
	}
}
