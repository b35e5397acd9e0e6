// SPDX-License-Identifier: EUPL-1.2
// event_date — which date of a sentence is about which of its events.

#include "work/read/event_date.h"

enum { GAP_MAX = 6 };

// "Following the endorsement in October 2011, ...": a date that says since when, not when.
static bool is_background(const struct event_sentence *s, const struct date_hit *date)
{
	static const struct str words[] = {S_INIT("following"), S_INIT("after"), S_INIT("since"),
		S_INIT("before"), S_INIT("until"), S_INIT("endorsed"), S_INIT("endorsement"),
		S_INIT("adopted"), S_INIT("validated"), S_INIT("period")};
	for (size_t i = date->from; i > s->range.from; i--) {
		const struct token *token = &s->tokens->p[i - 1];
		if (token_is_mark(token, ',') ||
			lexicon_at(s->tokens, i - 1, s->range.to, LEXICON_ACTIVITY))
			return false;
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (token_is(token, words[k]))
				return true;
	}
	return false;
}

// Only joining words, dates' prepositions and places between two dates of one mention.
static bool is_joined(const struct event_sentence *s, size_t from, size_t to)
{
	static const struct str words[] = {S_INIT("and"), S_INIT("in"), S_INIT("from"),
		S_INIT("on"), S_INIT("then"), S_INIT("the"), S_INIT("again"), S_INIT("one"),
		S_INIT("before"), S_INIT("that")};
	if (to - from > GAP_MAX)
		return false;
	for (size_t i = from; i < to; i++) {
		const struct lexicon_entry *place = grammar_place(s->tokens, i, to);
		bool known = token_is_mark(&s->tokens->p[i], ',') || place;
		for (size_t k = 0; k < sizeof words / sizeof *words && !known; k++)
			known = token_is(&s->tokens->p[i], words[k]);
		if (!known)
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

// Gives one date to the mention that it is about: the nearest before it in its part of the
// sentence, else the next behind it.
static void date_assign(struct event_sentence *s, const struct date_hit *date)
{
	struct event *left, *right;
	neighbours_find(s, date, &left, &right);
	if (left && right && event_parted(s, left->m.core_to, date->from))
		left = NULL;
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
	static const struct str words[] = {S_INIT("following"), S_INIT("after"), S_INIT("before"),
		S_INIT("upon"), S_INIT("since")};
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (token_is(&s->tokens->p[s->range.from], words[k]))
			return event == &s->event[0];
	return false;
}

// Nothing between the two that would part them: no verb of its own, no "followed by".
static bool is_one_group(
	const struct event_sentence *s, const struct event *a, const struct event *b)
{
	return !event_has_tense(s, a->m.core_to, b->m.core_from) &&
		!event_parted(s, a->m.core_to, b->m.core_from);
}

static void date_share(struct event *from, struct event *to, bool leads)
{
	date_give(to, from->date[0], leads);
	to->is_shared = true;
}

// "A consultation, as well as a meeting, was held in May": the date behind the last is that of all.
static void dates_share_back(struct event_sentence *s)
{
	for (size_t i = s->n; i-- > 1;) {
		struct event *a = &s->event[i - 1], *b = &s->event[i];
		if (a->is_dropped || b->is_dropped || a->date_n || !b->date_n || b->leads ||
			is_before_all(s, a))
			continue;
		bool joined = event_between(s, a->m.core_to, b->m.core_from, S("and")) ||
			event_between(s, a->m.core_to, b->m.core_from, S("well"));
		if (joined && is_one_group(s, a, b))
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

void event_date_assign(struct event_sentence *sentence)
{
	struct range dates = reading_dates(sentence->r, sentence->range);
	for (size_t i = dates.from; i < dates.to; i++) {
		const struct date_hit *date = &sentence->r->dates.p[i];
		if (date->to <= sentence->range.to && !is_background(sentence, date))
			date_assign(sentence, date);
	}
	dates_share_back(sentence);
	dates_share_on(sentence);
}
