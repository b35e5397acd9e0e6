// SPDX-License-Identifier: EUPL-1.2
// event_drop — which events of a sentence are none: only aimed at, or another one's name.

#include "work/read/event_drop.h"

#include "work/read/event_weak.h"

enum { YEAR_DIGITS = 4, DENIED_MAX = 4 };

// Where the words of the mention begin, its article and "a series of" with them.
static size_t phrase_begin(const struct event_sentence *s, const struct event *event, size_t begin)
{
	size_t first = event->m.from;
	if (event->m.determiner != DETERMINER_NONE && first > begin)
		first--;
	if (!event->m.is_group)
		return first;
	while (first > begin &&
		(event_role(s, first - 1, ROLE_OF) ||
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
	bool is_in = first > begin && event_role(s, first - 1, ROLE_IN);
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
	static const struct lexicon_bits purpose = {
		.roles = ROLE_BIT(ROLE_PURPOSE) | ROLE_BIT(ROLE_INFINITIVE),
		.rare = ROLE_RARE_BIT(ROLE_PURPOSE) | ROLE_RARE_BIT(ROLE_INFINITIVE)};
	if (lexicon_seek(s->tokens, begin, event->m.from, &purpose) >= event->m.from ||
		purpose_closed(s, phrase_begin(s, event, begin), begin))
		return false;
	for (size_t i = event->m.from; i > begin; i--) {
		size_t at = i - 1;
		if (token_is_mark(&s->tokens->p[at], ';') || token_is_mark(&s->tokens->p[at], ':'))
			return false;
		if (at > begin && role_at(s->tokens, at - 1, s->range.to, ROLE_PLANNED) == 2)
			return false; // "are to attend"
		if (grammar_purpose(s->tokens, at, event->m.core_from))
			return true;
		if (event_has_tense(s, at, at + 1) &&
			lexicon_at(s->tokens, at, s->range.to, LEXICON_VERB)->word_n == 1)
			return false;
	}
	return false;
}

// "this workshop" points back at one told before.
static bool is_pointing(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->determiner == DETERMINER_POINTING &&
		!event_between(s, m->core_to, s->range.to, ROLE_REPEATED);
}

// "did not take place", "n'a pas eu lieu": the first verb behind the mention is denied.
static bool is_denied(const struct event_sentence *s, size_t from, size_t to)
{
	size_t i = from;
	while (i < to && !event_role(s, i, ROLE_NOT) && s->tokens->p[i].kind != TOKEN_MARK &&
		(!event_role(s, i, ROLE_HELD) || event_role(s, i, ROLE_BEING) ||
			role_at(s->tokens, i, to, ROLE_HELD) == 1))
		i++;
	if (i >= to || !event_role(s, i, ROLE_NOT))
		return false;
	i += role_at(s->tokens, i, to, ROLE_NOT);
	return event_between(s, i, i + 3 < to ? i + 3 : to, ROLE_AT) &&
		!event_role(s, i, ROLE_PREPOSITION);
}

// "no workshop was held", "não se realizou o seminário", "لم تعقد الندوة": denied before it is named.
static bool is_none(const struct event_sentence *s, const struct mention *m)
{
	size_t i = m->from;
	if (m->is_deed)
		return false;
	if (i < m->core_from && event_role(s, i, ROLE_NOT))
		return true;
	if (i > s->range.from && event_role(s, i - 1, ROLE_DEFINITE))
		i--;
	while (i > s->range.from && m->from - i < DENIED_MAX && event_role(s, i - 1, ROLE_AT) &&
		!event_role(s, i - 1, ROLE_NOT))
		i--;
	return i > s->range.from && event_role(s, i - 1, ROLE_NOT) &&
		(i < m->from || m->determiner == DETERMINER_NONE);
}

// "the mission was cancelled"
static bool is_cancelled(const struct event_sentence *s, size_t i)
{
	size_t to = i + 1 < s->n ? s->event[i + 1].m.from : s->range.to;
	size_t from = s->event[i].m.core_to;
	bool may_deny = lexicon_next_role(s->tokens, s->range.from, s->range.to, ROLE_NOT) <
		s->range.to;
	return event_between(s, from, to, ROLE_CANCELLED) ||
		(may_deny && (is_none(s, &s->event[i].m) || is_denied(s, from, to)));
}

static bool is_aim(const struct event_sentence *s, size_t i)
{
	return !s->event[i].m.is_deed &&
		in_purpose(s, &s->event[i], i ? s->event[i - 1].m.core_to : s->range.from);
}

// "asked for a workshop": wished for, not held.
static bool is_wish(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	size_t from = m->from;
	if (from > s->range.from && m->determiner != DETERMINER_NONE)
		from--;
	for (size_t k = from; k > s->range.from && from - k < 2; k--)
		if (role_at(s->tokens, k - 1, from, ROLE_WISH) == from - k + 1)
			return true;
	return false;
}

// "after a review": of what?
static bool is_bare_review(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->noun == NOUN_REVIEW && m->topic_to == m->core_to;
}

// "a series of workshops" in the objective: the summary tells them.
static bool is_promised_group(const struct event_sentence *s, size_t i)
{
	return s->event[i].m.is_group && s->in_objective;
}

// "training" without any word with it is a means; in the summary a date or place makes it an event.
static bool is_bare_gerund(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	bool alone = m->from == m->core_from && m->core_to == m->core_from + 1;
	if (!alone || m->is_deed || m->determiner != DETERMINER_NONE ||
		!event_role(s, m->core_from, ROLE_GERUND))
		return false;
	if (s->in_objective)
		return s->r->entry->activities.n > 0;
	return m->topic_to == m->core_to && str_eq(m->type, S("training")) &&
		event_dates_between(s, s->range.from, s->range.to) == 0;
}

// "delivery of training sessions" names the means of an action.
static bool is_means(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->from > s->range.from + 1 && m->is_plural && event_role(s, m->from - 1, ROLE_OF) &&
		event_role(s, m->from - 2, ROLE_MEANS);
}

// A component is an event only where it is told as a step of its own, between commas.
static bool is_mere_part(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->noun == NOUN_PART &&
		(m->core_to >= s->range.to || !token_is_mark(&s->tokens->p[m->core_to], ','));
}

// "the 2009 Migration Survey", "the 2012 Regional Conference": a work of its name, an event that was
// before.
static bool is_work(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	bool is_name = s->tokens->p[m->core_to - 1].upper && m->determiner == DETERMINER_DEFINITE;
	for (size_t k = m->from; is_name && k < m->core_from; k++)
		if (s->tokens->p[k].kind == TOKEN_NUMBER && s->tokens->p[k].fold.n == YEAR_DIGITS)
			return true;
	// The first word of a sentence has its capital from there.
	bool is_titled = m->core_to - 1 > s->range.from && s->tokens->p[m->core_to - 1].upper;
	return is_titled && !m->is_deed && str_eq(m->type, S("survey-or-study"));
}

// "a seminar on the exchange of data": the article stands right behind the word that opens what the
// seminar is about.
static bool opens_topic(const struct event_sentence *s, const struct mention *other, size_t from)
{
	size_t opens = other->core_to;
	while (opens + 2 < from && !event_role(s, opens, ROLE_TOPIC))
		opens++; // "atelier régional sur"
	return opens + 2 == from && event_role(s, opens, ROLE_TOPIC) &&
		!event_role(s, opens, ROLE_BESIDE);
}

// "officers were trained in the examination of papers": what they were trained in.
static bool is_trained_in(
	const struct event_sentence *s, const struct mention *deed, const struct mention *m)
{
	return deed->is_deed && deed->is_passive && m->noun == NOUN_REVIEW &&
		deed->core_to < m->from && m->from <= deed->core_to + 2 &&
		event_role(s, deed->core_to, ROLE_PREPOSITION);
}

// The mention stands among the words that say what the other is about, or what it was done to.
static bool is_matter_of(
	const struct event_sentence *s, const struct event *event, const struct mention *m)
{
	const struct mention *other = &event->m;
	if (event->is_dropped)
		return false;
	if (is_trained_in(s, other, m))
		return true;
	if (m->determiner == DETERMINER_DEFINITE &&
		(other->is_deed || !opens_topic(s, other, m->from)))
		return false;
	bool has_topic = !other->is_member || event_role(s, other->core_to, ROLE_TOPIC);
	return has_topic && m->core_to <= other->topic_to;
}

// "a workshop on internal audit": the words are what another event is about.
static bool is_topic(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	bool is_listed = m->from > s->range.from && !m->is_generic &&
		(event_role(s, m->from - 1, ROLE_AND) ||
			token_is_mark(&s->tokens->p[m->from - 1], ','));
	bool is_open = m->determiner == DETERMINER_NONE || m->determiner == DETERMINER_DEFINITE;
	if (!is_open || is_listed || m->count > 1 || m->is_deed)
		return false;
	for (size_t k = 0; k < i; k++)
		if (is_matter_of(s, &s->event[k], m))
			return true;
	return false;
}

// "staff who plan the household surveys": known of somebody, not told.
static bool is_known_of(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	size_t begin = i ? s->event[i - 1].m.core_to : s->range.from;
	if (m->determiner != DETERMINER_DEFINITE || m->has_ordinal ||
		event_dates_between(s, begin, s->range.to) > 0)
		return false;
	if (m->core_to < s->range.to && s->tokens->p[m->core_to].gap == '\'')
		return true; // "the workshop's findings"
	for (size_t k = m->from; k > begin && s->tokens->p[k - 1].kind != TOKEN_MARK; k--)
		if (event_role(s, k - 1, ROLE_RELATIVE))
			return true;
	return false;
}

// "meetings are rare", "courses are in French": how things are, no event of the action.
static bool is_habit(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->is_plural && m->determiner == DETERMINER_NONE && m->count == 1 && !m->is_group &&
		!m->is_deed && event_between(s, m->core_to, s->range.to, ROLE_PASSIVE) &&
		!event_has_tense(s, s->range.from, s->range.to) &&
		!event_between(s, m->core_to, s->range.to, ROLE_AT);
}

// "the survey had shown": it was before what is told.
static bool is_past_perfect(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->determiner == DETERMINER_DEFINITE && !m->has_ordinal && !m->is_deed &&
		m->topic_to < s->range.to && event_role(s, m->topic_to, ROLE_PERFECT) &&
		event_dates_between(s, m->from, s->range.to) == 0;
}

// "activities", without saying which or how many.
static bool is_any(const struct event_sentence *s, size_t i)
{
	const struct mention *m = &s->event[i].m;
	return m->is_plural && m->is_generic && m->count == 1 && m->noun != NOUN_SESSION &&
		m->noun != NOUN_MISSION;
}

// Why a mention is no event, whatever its date and place.
static bool (*const no_event[])(const struct event_sentence *s, size_t i) = {
	is_pointing,
	is_cancelled,
	is_aim,
	is_wish,
	is_bare_review,
	is_promised_group,
	is_bare_gerund,
	is_means,
	is_mere_part,
	is_work,
	is_topic,
	is_known_of,
	is_habit,
	is_past_perfect,
	is_any,
};

void event_drop_early(struct event_sentence *sentence)
{
	for (size_t i = 0; i < sentence->n; i++)
		for (size_t k = 0; k < sizeof no_event / sizeof *no_event; k++)
			if (no_event[k](sentence, i))
				sentence->event[i].is_dropped = true;
	for (size_t i = 0; i < sentence->n; i++)
		if (event_is_too_weak(sentence, &sentence->event[i]))
			sentence->event[i].is_dropped = true;
}
