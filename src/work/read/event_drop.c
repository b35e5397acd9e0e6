// SPDX-License-Identifier: EUPL-1.2
// event_drop — which events of a sentence are none: only aimed at, or another one's name.

#include "work/read/event_drop.h"

// Where the words of the mention begin, its article and "a series of" with them.
static size_t phrase_begin(const struct event_sentence *s, const struct event *event, size_t begin)
{
	size_t first = event->m.from;
	if (event->m.determiner != DETERMINER_NONE && first > begin)
		first--;
	if (!event->m.is_group)
		return first;
	while (first > begin &&
		(token_is(&s->tokens->p[first - 1], S("of")) ||
			role_at(s->tokens, first - 1, event->m.from, ROLE_GROUP) ||
			grammar_determiner(s->tokens, first - 1, event->m.from) ==
				DETERMINER_INDEFINITE))
		first--;
	return first;
}

// The purpose that the sentence begins with, or that stands between commas, ends at the comma
// before the mention: "To ensure this, a meeting was held", "wrote it to help, in a session".
static bool purpose_closed(const struct event_sentence *s, size_t first, size_t begin)
{
	bool is_in = first > begin &&
		(token_is(&s->tokens->p[first - 1], S("in")) ||
			token_is(&s->tokens->p[first - 1], S("at")));
	size_t comma = is_in ? first - 1 : first;
	if (comma <= begin || !token_is_mark(&s->tokens->p[comma - 1], ','))
		return false;
	if (is_in || grammar_purpose(s->tokens, s->range.from, s->range.to))
		return true;
	for (size_t i = comma - 1; i > begin; i--)
		if (token_is_mark(&s->tokens->p[i - 1], ','))
			return grammar_purpose(s->tokens, i, s->range.to);
	return false;
}

// A clause of purpose stands open before the mention.
static bool in_purpose(const struct event_sentence *s, const struct event *event, size_t begin)
{
	if (purpose_closed(s, phrase_begin(s, event, begin), begin))
		return false;
	for (size_t i = event->m.from; i > begin; i--) {
		size_t at = i - 1;
		if (token_is_mark(&s->tokens->p[at], ';') || token_is_mark(&s->tokens->p[at], ':'))
			return false;
		if (grammar_purpose(s->tokens, at, event->m.core_from))
			return true;
		if (event_has_tense(s, at, at + 1) &&
			lexicon_at(s->tokens, at, s->range.to, LEXICON_VERB)->word_n == 1)
			return false;
	}
	return false;
}

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
	if (token_is_mark(token, ',') || token_is_mark(token, ':') || token_is(token, S("was")) ||
		token_is(token, S("is")) || token_is(token, S("be")) ||
		token_is(token, S("with")) || token_is(token, S("were")) ||
		token_is(token, S("as")))
		return true;
	return event_between(s, a->m.core_to, b->m.core_from, S("form")) ||
		event_between(s, a->m.core_to, b->m.core_from, S("consist"));
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
	const struct token *before = &s->tokens->p[before_mention(a, b)];
	if (a->m.is_generic || !b->m.is_generic || b->m.is_plural || b->m.is_session)
		return false;
	if (b->m.determiner == DETERMINER_DEFINITE)
		return token_is_mark(before, ',') && b->m.core_to < s->range.to &&
			token_is_mark(&s->tokens->p[b->m.core_to], ',');
	return b->m.determiner == DETERMINER_INDEFINITE &&
		(token_is_mark(before, ':') || token_is(before, S("with")));
}

// What an event consisted of, or the form of a mission, is not another event.
static bool is_made_of(const struct event_sentence *s, const struct event *a, const struct event *b)
{
	static const struct str words[] = {
		S_INIT("form"), S_INIT("consisted"), S_INIT("consists"), S_INIT("consisting")};
	for (size_t i = a->m.core_to; i < b->m.core_from; i++)
		if (GRAMMAR_IS_ANY(&s->tokens->p[i], words))
			return true;
	return false;
}

// Does `b` name the event of `a` more exactly?
static bool is_said_better(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	if (a->m.is_generic && !b->m.is_generic && !a->m.is_plural && is_explained(s, a, b))
		return true;
	return is_told_closer(s, a, b) || is_enumerated(s, a, b);
}

void event_merge_explained(struct event_sentence *sentence)
{
	for (size_t i = 0; i + 1 < sentence->n; i++) {
		struct event *a = &sentence->event[i], *b = &sentence->event[i + 1];
		if (a->is_dropped || b->is_dropped)
			continue;
		if (is_said_better(sentence, a, b)) {
			a->is_dropped = true;
		} else if (is_afterthought(sentence, a, b)) {
			b->is_dropped = true;
		} else if (!a->m.is_generic && is_made_of(sentence, a, b)) {
			for (size_t k = i + 1; k < sentence->n; k++)
				sentence->event[k].is_dropped = true;
		}
	}
}

// "training" as a means, not an event; a component that is not told as a step of its own; a survey
// that is a work of its name.
static bool is_vague(const struct event_sentence *s, const struct event *event)
{
	size_t behind = event->m.core_to;
	const struct token *noun = &s->tokens->p[behind - 1];
	bool alone = event->m.from == event->m.core_from &&
		event->m.core_to == event->m.core_from + 1;
	if (s->in_objective && alone && event->m.determiner == DETERMINER_NONE &&
		token_is(noun, S("training")) && s->r->entry->activities.n)
		return true;
	// "delivery of training sessions" names the means of an action.
	bool is_means = event->m.from > s->range.from + 1 && event->m.is_plural &&
		token_is(&s->tokens->p[event->m.from - 1], S("of")) &&
		(token_is(&s->tokens->p[event->m.from - 2], S("delivery")) ||
			token_is(&s->tokens->p[event->m.from - 2], S("provision")));
	if (is_means)
		return true;
	if (token_is(noun, S("component")))
		return behind >= s->range.to || !token_is_mark(&s->tokens->p[behind], ',');
	return noun->upper && token_is(noun, S("survey"));
}

void event_drop_early(struct event_sentence *sentence)
{
	for (size_t i = 0; i < sentence->n; i++) {
		struct event *event = &sentence->event[i];
		size_t begin = i ? sentence->event[i - 1].m.core_to : sentence->range.from;
		if (event->m.determiner == DETERMINER_POINTING ||
			in_purpose(sentence, event, begin))
			event->is_dropped = true;
		if (event->m.is_review && event->m.topic_to == event->m.core_to)
			event->is_dropped = true;
		if (event->m.is_group && sentence->in_objective)
			event->is_dropped = true;
		if (is_vague(sentence, event))
			event->is_dropped = true;
		if (event->m.is_plural && event->m.is_generic && event->m.count == 1 &&
			!event->m.is_session &&
			!token_is(&sentence->tokens->p[event->m.core_to - 1], S("missions")))
			event->is_dropped = true;
	}
}
