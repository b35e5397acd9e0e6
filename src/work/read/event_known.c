// SPDX-License-Identifier: EUPL-1.2
// event_known — events that the entry has already, told again.

#include "work/read/event_known.h"

#include "base/utf8.h"

#include "work/read/event_place.h"
#include "work/read/event_record.h"

enum { LOOK_BACK = 64, TOPIC_WORDS_MIN = 4 };

static bool type_is_known(const struct reading *r, struct str type)
{
	size_t n = r->entry->activities.n;
	for (size_t i = n; i > 0 && n - i < LOOK_BACK; i--)
		if (str_eq(r->entry->activities.p[i - 1].type, type))
			return true;
	return false;
}

static bool is_repeated(const struct event_sentence *s, const struct event *event)
{
	const struct entry *entry = s->r->entry;
	size_t n = entry->activities.n;
	for (size_t i = n; i > 0 && n - i < LOOK_BACK; i--) {
		const struct entry_activity *known = &entry->activities.p[i - 1];
		if (!str_eq(known->type, event->m.type))
			continue;
		if (event->date_n == 0 ||
			date_cmp(known->period.start, event->date[0]->period.start) == 0)
			return true;
	}
	return false;
}

static bool is_told_planned(const struct event_sentence *s, const struct event *event)
{
	return event_between(s, event->m.core_to, s->range.to, ROLE_PLANNED);
}

static void quote_take(
	const struct event_sentence *s, struct entry_activity *known, struct range quote)
{
	if (quote.from >= quote.to)
		return;
	known->quote = reading_str(s->r, quote);
	known->span = reading_span(s->r, quote, CERTAINTY_STATED, S("activity.noun"));
}

// The event may be the one of the record, told again with its date.
static bool may_date(const struct event_sentence *s, const struct event *event)
{
	bool is_pointing = event->m.determiner == DETERMINER_DEFINITE && !event->m.has_ordinal &&
		event->m.topic_to == event->m.core_to;
	return event->date_n == 1 && (is_pointing || s->in_objective || event->m.is_deed);
}

// The record waits for the date: it has none, and its status agrees. What was planned may be told
// by its verb when it was done.
static bool waits_for(const struct event_sentence *s, const struct event *event,
	const struct entry_activity *known)
{
	if (!str_eq(known->type, event->m.type) || date_is_known(known->period.start))
		return false;
	if (event->m.is_deed)
		return known->is_planned;
	return !known->is_planned || is_told_planned(s, event);
}

// An event told again, now with its date: gives it to the record that has none.
static bool date_fill_known(struct event_sentence *s, const struct event *event)
{
	struct entry *entry = s->r->entry;
	if (!may_date(s, event))
		return false;
	for (size_t i = entry->activities.n; i > 0 && entry->activities.n - i < LOOK_BACK; i--) {
		struct entry_activity *known = &entry->activities.p[i - 1];
		if (!waits_for(s, event, known))
			continue;
		if (event->m.is_deed) {
			known->is_planned = is_told_planned(s, event);
			quote_take(s, known, (struct range){event->m.from, event->date[0]->to});
		}
		event_record_date(s->r, known, event->date[0]);
		if (event->m.topic_to - event->m.from > 2 && s->in_objective)
			quote_take(s, known, (struct range){event->m.from, event->m.topic_to});
		return true;
	}
	return false;
}

// "the workshop", without anything new said of it. Where there are no articles the noun alone may
// be what was told.
static bool points_back(const struct event_sentence *s, const struct event *event)
{
	const struct mention *m = &event->m;
	bool is_bare = !tongue_has_articles(s->tokens->tongue) &&
		m->determiner == DETERMINER_NONE && m->from == m->core_from;
	bool has_topic = m->topic_to > m->core_to;
	return (m->determiner == DETERMINER_DEFINITE || is_bare) && !m->has_ordinal &&
		event->date_n == 0 && (!has_topic || s->in_objective);
}

// "A seminar was to be held in May. The seminar took place in June": what was planned was held.
static bool renews(const struct event_sentence *s, struct event *event)
{
	const struct mention *m = &event->m;
	const struct entry *entry = s->r->entry;
	if (s->in_objective || m->determiner != DETERMINER_DEFINITE || m->has_ordinal ||
		m->is_deed || m->is_generic || event->date_n != 1 || is_told_planned(s, event))
		return false;
	for (size_t i = entry->activities.n; i > 0 && entry->activities.n - i < LOOK_BACK; i--) {
		const struct entry_activity *known = &entry->activities.p[i - 1];
		if (!str_eq(known->type, m->type))
			continue;
		event->group = known->is_planned ? i : 0;
		return known->is_planned;
	}
	return false;
}

// "the final conference", "the study visit to Nepal": the words, or the country, of one told before.
static bool is_named_again(const struct event_sentence *s, const struct event *event)
{
	const struct mention *m = &event->m;
	const struct entry *entry = s->r->entry;
	if (m->determiner != DETERMINER_DEFINITE || event->date_n > 0)
		return false;
	struct str name = utf8_fold(
		s->r->mem, reading_str(s->r, (struct range){m->from, m->core_to}));
	struct event own = *event;
	bool is_placed = event_place_find(s, &own, m->core_to, m->topic_to);
	for (size_t i = 0; i < entry->activities.n && i < LOOK_BACK; i++) {
		const struct entry_activity *known = &entry->activities.p[i];
		if (!str_eq(known->type, m->type))
			continue;
		struct str quote = utf8_fold(s->r->mem, known->quote);
		if (m->has_ordinal && str_find(quote, name, 0) != STR_NONE)
			return true;
		if (is_placed && own.place.iso2.n && str_eq(own.place.iso2, known->iso2))
			return true;
	}
	return false;
}

// An event that was told before, or that is no event without more being said of it.
static bool is_told_before(struct event_sentence *s, const struct event *event)
{
	bool is_definite = event->m.determiner == DETERMINER_DEFINITE;
	bool is_named = str_eq(event->m.type, S("presentation")) || event->m.noun == NOUN_SESSION;
	bool is_dated = event->date_n > 0;
	if (event->m.is_generic && !is_dated && (is_definite || !is_named))
		return true;
	if (points_back(s, event) && type_is_known(s->r, event->m.type))
		return true;
	if (is_named_again(s, event))
		return true;
	return is_definite && is_dated && is_repeated(s, event);
}

// "a training on visas" in the objective, "the seminar "All about Visas"" in the summary: one event,
// when the words after the preposition stand in the quote of a record.
static bool is_topic_known(const struct event_sentence *s, const struct event *event)
{
	size_t from = event->m.core_to, to = event->m.topic_to;
	while (from < to && lexicon_at(s->tokens, from, to, LEXICON_FUNCTION))
		from++;
	if (from + TOPIC_WORDS_MIN > to)
		return false;
	struct str topic = reading_str(s->r, (struct range){from, to});
	const struct entry *entry = s->r->entry;
	for (size_t i = 0; i < entry->activities.n && i < LOOK_BACK; i++)
		if (str_find(entry->activities.p[i].quote, topic, 0) != STR_NONE)
			return true;
	return false;
}

// The objective may say where an event is held that the summary dates.
static void place_fill_known(struct event_sentence *s, struct event *event)
{
	struct entry *entry = s->r->entry;
	if (!event_place_find(s, event, event->m.core_to, s->range.to))
		return;
	struct range words = {event->place.from, event->place.to};
	for (size_t i = 0; i < entry->activities.n && i < LOOK_BACK; i++) {
		struct entry_activity *known = &entry->activities.p[i];
		if (!str_eq(known->type, event->m.type))
			continue;
		if (known->place.n == 0 && event->m.count == known->count) {
			known->place = reading_str(s->r, words);
			known->iso2 = event->place.iso2;
			known->place_span = reading_span(
				s->r, words, CERTAINTY_INFERRED, S("activity.place"));
		}
		return;
	}
}

bool event_is_known(struct event_sentence *s, struct event *event)
{
	if (renews(s, event))
		return false;
	bool told_again = s->in_objective &&
		(type_is_known(s->r, event->m.type) || is_topic_known(s, event));
	if (told_again && !event->m.is_plural)
		place_fill_known(s, event);
	return is_told_before(s, event) || date_fill_known(s, event) || told_again;
}
