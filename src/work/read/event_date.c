// SPDX-License-Identifier: EUPL-1.2
// event_date — which date of a sentence is about which of its events.

#include "work/read/event_date.h"

enum { GAP_MAX = 6 };

// "a conference, planned for May, took place in June": when it was to be, not when it was.
static bool is_old_plan(const struct event_sentence *s, const struct date_hit *date)
{
	for (size_t i = date->from; i > s->range.from && date->from - i < GAP_MAX; i--) {
		if (s->tokens->p[i - 1].kind == TOKEN_MARK)
			return false;
		if (event_is_old_plan(s, i - 1))
			return true;
	}
	return false;
}

// Only joining words, dates' prepositions and places between two dates of one mention.
static bool is_joined(const struct event_sentence *s, size_t from, size_t to)
{
	if (to - from > GAP_MAX)
		return false;
	for (size_t i = from; i < to; i++) {
		const struct lexicon_entry *place = grammar_place(s->tokens, i, to);
		if (!place && !token_is_mark(&s->tokens->p[i], ',') &&
			!token_is_mark(&s->tokens->p[i], '(') &&
			!token_is_mark(&s->tokens->p[i], ';') &&
			!token_is_mark(&s->tokens->p[i], ')') && !event_role(s, i, ROLE_DATE_JOIN))
			return false;
		if (place)
			i += place->word_n - 1;
	}
	return true;
}

static void date_give(struct event *event, const struct date_hit *date, bool leads)
{
	if (event->date_n == EVENT_DATES_MAX)
		return;
	event->date[event->date_n++] = date;
	event->leads = leads;
}

// The nearest mention before the date and the next behind it; NULL where there is none.
static void neighbours_find(struct event_sentence *s, const struct date_hit *date,
	struct event **ret_left, struct event **ret_right)
{
	*ret_left = *ret_right = NULL;
	for (size_t i = 0; i < s->n; i++) {
		struct event *event = &s->event[i];
		if (event->is_dropped)
			continue;
		if (event->m.core_to <= date->from)
			*ret_left = event;
		else if (event->m.core_from >= date->to && !*ret_right)
			*ret_right = event;
	}
}

// "examined the law and handed over a report in May": the stage behind the conjunction, and a paper
// that it is told of, there or at the beginning.
static bool is_behind_and(
	const struct event_sentence *s, const enum role *stages, size_t n, struct range range)
{
	size_t at = range.from;
	while (at < range.to && !event_role(s, at, ROLE_CONJUNCTION))
		at++;
	bool is_told = false;
	for (size_t i = at + 1; !is_told && i < range.to && i < at + 4; i++)
		for (size_t k = 0; k < n; k++)
			is_told = is_told || event_role(s, i, stages[k]);
	for (size_t i = at; is_told && i < range.to; i++)
		if (lexicon_at(s->tokens, i, range.to, LEXICON_OUTPUT))
			return true;
	for (size_t i = s->range.from; is_told && i < range.from; i++)
		if (lexicon_at(s->tokens, i, range.from, LEXICON_OUTPUT))
			return true;
	return false;
}

// "drafting of a guide, which was printed in March": the date is that of a paper.
static bool is_of_paper(const struct event_sentence *s, size_t from, size_t to)
{
	static const enum role stages[] = {
		ROLE_DRAFTED, ROLE_DELIVERED, ROLE_PRESENTED, ROLE_PUBLISHED, ROLE_ADOPTED};
	if (is_behind_and(s, stages, sizeof stages / sizeof *stages, (struct range){from, to}))
		return true;
	while (from < to && !event_role(s, from, ROLE_RELATIVE))
		from++;
	for (size_t k = 0; from < to && k < sizeof stages / sizeof *stages; k++)
		if (event_between(s, from, to, stages[k]) && !event_between(s, from, to, ROLE_AT))
			return true;
	return false;
}

// "and in April 2018 the staff made a study visit": the date opens a clause whose verb stands before
// its event.
static bool opens_clause(
	const struct event_sentence *s, const struct date_hit *date, const struct event *right)
{
	size_t i = date->from;
	while (i > s->range.from && event_role(s, i - 1, ROLE_PREPOSITION))
		i--;
	return i > s->range.from && event_role(s, i - 1, ROLE_CONJUNCTION) &&
		event_has_tense(s, date->to, right->m.core_from) &&
		!event_parted(s, date->to, right->m.core_from);
}

// The date is no longer about the mention before it.
static bool is_cut_off(const struct event_sentence *s, const struct date_hit *date,
	const struct event *left, const struct event *right)
{
	if (right && (event_parted(s, left->m.core_to, date->from) || opens_clause(s, date, right)))
		return true;
	return is_of_paper(s, left->m.core_to, date->from);
}

// "was completed in May and will be shown at the seminar": the date ends its clause, whose verb
// stands before it.
static bool is_closed(const struct event_sentence *s, const struct date_hit *date)
{
	size_t and = date->to;
	return and+1 < s->range.to && event_role(s, and, ROLE_CONJUNCTION) &&
		event_has_tense(s, and+1, and+2) && event_has_tense(s, s->range.from, date->from);
}

// Gives one date to the mention that it is about: the nearest before it in its part of the
// sentence, else the next behind it.
static void date_assign(struct event_sentence *s, const struct date_hit *date)
{
	struct event *left, *right;
	neighbours_find(s, date, &left, &right);
	if (left && is_cut_off(s, date, left, right))
		left = NULL;
	if (right && is_closed(s, date))
		right = NULL;
	if (left && left->date_n == 0)
		date_give(left, date, false);
	else if (left &&
		(date->in_list || is_joined(s, left->date[left->date_n - 1]->to, date->from)))
		date_give(left, date, left->leads);
	else if (right &&
		(right->date_n == 0 || date->in_list ||
			is_joined(s, right->date[right->date_n - 1]->to, date->from)))
		date_give(right, date, true);
}

// "Following a review, a workshop took place in May": what is followed has a date of its own.
static bool is_before_all(const struct event_sentence *s, const struct event *event)
{
	return event == &s->event[0] && event_role(s, s->range.from, ROLE_AFTER);
}

// Nothing between the two that would part them: no verb of its own, no "followed by".
static bool is_one_group(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	return !event_has_tense(s, a->m.core_to, b->m.core_from) &&
		!event_parted(s, a->m.core_to, b->m.core_from);
}

static void date_share(const struct event *from, struct event *to, bool leads)
{
	date_give(to, from->date[0], leads);
	to->is_shared = true;
}

// The event told before the one at `i`; NULL when there is none.
static struct event *event_before(struct event_sentence *s, size_t i)
{
	while (i-- > 0)
		if (!s->event[i].is_dropped)
			return &s->event[i];
	return NULL;
}

// "A consultation, as well as a meeting, was held in May": the date behind the last is that of all.
static void dates_share_back(struct event_sentence *s)
{
	for (size_t i = s->n; i-- > 1;) {
		struct event *a = event_before(s, i), *b = &s->event[i];
		if (!a || b->is_dropped || a->date_n || !b->date_n || b->leads ||
			is_before_all(s, a))
			continue;
		if (a->m.is_counted)
			continue; // "two in Nairobi and the last in Tanga in May"
		bool joined = event_between(s, a->m.core_to, b->m.core_from, ROLE_AND);
		bool both = event_between(s, b->m.core_to, b->date[0]->from, ROLE_BOTH);
		if (both || (joined && is_one_group(s, a, b)))
			date_share(b, a, false);
	}
}

// "In May, a mission with a review and a workshop": the date before the first is that of all.
static void dates_share_on(struct event_sentence *s)
{
	struct event *before = NULL;
	for (size_t i = 0; i < s->n; i++) {
		struct event *a = before, *b = &s->event[i];
		if (b->is_dropped)
			continue;
		before = b;
		if (a && !b->date_n && a->date_n && a->leads && is_one_group(s, a, b))
			date_share(a, b, true);
	}
}

// The sentence begins with the date, so that the date is about all of it.
static bool opens_sentence(const struct event_sentence *s, const struct date_hit *date)
{
	for (size_t i = s->range.from; i < date->from; i++)
		if (!event_role(s, i, ROLE_PREPOSITION) && !event_role(s, i, ROLE_DEFINITE))
			return false;
	return true;
}

// "In May a mission took place, and a workshop was held": one date, at the beginning, for both.
static void dates_share_over(struct event_sentence *s)
{
	struct range dates = reading_dates(s->r, s->range);
	if (dates.to != dates.from + 1 || !opens_sentence(s, &s->r->dates.p[dates.from]))
		return;
	const struct event *before = NULL;
	for (size_t i = 0; i < s->n; i++) {
		struct event *event = &s->event[i];
		if (event->is_dropped)
			continue;
		if (before && before->date_n == 1 && !event->date_n &&
			event_between(s, before->m.core_to, event->m.from, ROLE_AND) &&
			event_has_tense(s, event->m.core_to, s->range.to) &&
			!event_between(s, event->m.core_to, s->range.to, ROLE_PLANNED) &&
			!event_parted(s, before->m.core_to, event->m.from))
			date_share(before, event, true);
		before = event;
	}
}

void event_date_assign(struct event_sentence *sentence)
{
	struct range dates = reading_dates(sentence->r, sentence->range);
	for (size_t i = dates.from; i < dates.to; i++) {
		const struct date_hit *date = &sentence->r->dates.p[i];
		if (date->to <= sentence->range.to && !event_is_background(sentence, date) &&
			!is_old_plan(sentence, date))
			date_assign(sentence, date);
	}
	dates_share_back(sentence);
	dates_share_on(sentence);
	dates_share_over(sentence);
}
